import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useCommand } from '@/api/useCommand'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { SwitchRow } from '../form/switchRow'
import { rebaseDraft } from './draft'
import type { SavedTiers } from './useTierDraft'

interface OnSwitchProps {
  readonly saved: SavedTiers
  /** How many members there are; absent until it is known. */
  readonly members: number | undefined
  readonly onSwitched: () => Promise<void>
}

/** Whether there are levels at all: at once and for everybody, after saying what that means. */
export function OnSwitch({ saved, members, onSwitched }: OnSwitchProps) {
  const text = useText().levels
  const locale = useLocale()
  const command = useCommand('merchant', 'settings.switchTiers')
  const [asking, setAsking] = useState(false)
  const { offSince, version } = saved.tiers
  const isOn = offSince === null
  const sheet = isOn ? text.switchOff : text.switchOn
  const run = async () => {
    const switched = await command.run({ on: !isOn, expectedVersion: version })
    if (switched) {
      rebaseDraft(version, switched.version)
      setAsking(false)
    }
    await onSwitched()
  }
  return (
    <>
      <View className="card rows">
        <SwitchRow
          id="levels-on"
          label={text.on}
          hint={text.onHint}
          value={isOn}
          onChange={() => setAsking(true)}
        />
      </View>
      {offSince !== null && (
        <View id="levels-off" className="levels-off">
          <Text className="levels-off__title">{text.offSince(formatDay(offSince, locale))}</Text>
          <Text>{text.offNote}</Text>
        </View>
      )}
      <ConfirmSheet
        id="switch-sheet"
        open={asking}
        title={sheet.title}
        text={sheetText()}
        confirm={{
          label: sheet.confirm,
          working: command.working,
          failure: command.failure,
          run: () => void run(),
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )

  function sheetText(): string {
    const count = members === undefined ? text.everybody : text.membersOf(formatCount(members))
    return isOn ? text.switchOff.text(count) : text.switchOn.text
  }
}

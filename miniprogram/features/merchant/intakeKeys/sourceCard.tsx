import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import type { IntakeKey, IntakeKeys, IntakeSource } from './useIntakeKeys'
import './sourceCard.scss'

interface SourceCardProps {
  readonly source: IntakeSource
  readonly keys: IntakeKeys
}

/** The keys of one system: which are valid, one to be replaced, one to be switched off. */
export function SourceCard({ source: { source, keys: own }, keys }: SourceCardProps) {
  const text = useText().intakeKeys
  const [toSwitchOff, setToSwitchOff] = useState<string>()
  const { rotate, switchOff } = keys
  const valid = own.filter(({ offAt }) => offAt === null)
  const confirm = async () => {
    if (toSwitchOff !== undefined && (await switchOff.run(toSwitchOff))) setToSwitchOff(undefined)
  }
  return (
    <View id={`intake-source-${source}`} className="card">
      <Text className="card-title">{source}</Text>
      {own.map((key) => (
        <KeyRow key={key.id} intakeKey={key} onSwitchOff={() => setToSwitchOff(key.id)} />
      ))}
      {valid.length === 2 && <View className="soft intake-source__note">{text.both}</View>}
      {valid.length === 1 && (
        <View className="intake-source__rotate">
          {rotate.failure && <FailureNote failure={rotate.failure} />}
          <BusyButton
            id={`rotate-${source}`}
            label={text.rotate}
            quiet
            working={rotate.working}
            onPress={() => void rotate.run(source)}
          />
        </View>
      )}
      {valid.length === 0 && <View className="soft intake-source__note">{text.noneValid}</View>}
      <ConfirmSheet
        id="switch-off-sheet"
        open={toSwitchOff !== undefined}
        title={text.switchOffTitle}
        text={valid.length === 1 ? text.switchOffLast(source) : text.switchOffOne}
        confirm={{
          label: text.switchOff,
          working: switchOff.working,
          failure: switchOff.failure,
          run: () => void confirm(),
        }}
        onClose={() => setToSwitchOff(undefined)}
      />
    </View>
  )
}

interface KeyRowProps {
  readonly intakeKey: IntakeKey
  readonly onSwitchOff: () => void
}

function KeyRow({ intakeKey: { id, createdAt, offAt }, onSwitchOff }: KeyRowProps) {
  const text = useText().intakeKeys
  const locale = useLocale()
  return (
    <View className={`intake-key ${offAt === null ? '' : 'intake-key--off'}`}>
      <View className="intake-key__what">
        <Text className="intake-key__id">{id}</Text>
        <Text className="soft figure">
          {offAt === null
            ? text.madeAt(formatInstant(createdAt, locale))
            : text.offAt(formatInstant(offAt, locale))}
        </Text>
      </View>
      {offAt === null && (
        <LinkText id={`off-${id.replace('.', '-')}`} label={text.switchOff} way="none" onTap={onSwitchOff} />
      )}
    </View>
  )
}

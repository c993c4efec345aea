import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import type { OpenDraft } from '../tiers/useTierDraft'
import './saveCard.scss'

interface SaveCardProps {
  readonly draft: OpenDraft
  /** Looks again at what is saved. */
  readonly onRefused: () => Promise<void>
}

/** Saves what was looked at, and goes on to where the recalculation is watched. */
export function SaveCard({ draft, onRefused }: SaveCardProps) {
  const text = useText().tierPreview
  const command = useCommand('merchant', 'settings.save')
  const [isRenewing, setRenewing] = useState(false)
  const { toSave, discard } = draft
  if (!toSave) return null
  const save = async () => {
    if (await command.run(toSave)) {
      void Taro.showToast({ title: text.saved, icon: 'none' })
      void Taro.redirectTo({ url: '/features/merchant/recalculation/index' })
      discard()
      return
    }
    // Refused or lost on the way: what is there now has to be seen.
    setRenewing(true)
    await onRefused()
    setRenewing(false)
  }
  const working = command.working || isRenewing
  return (
    <View className="preview-save">
      <BusyButton id="save-draft" label={text.save} working={working} onPress={() => void save()} />
      {command.failure && !working && <FailureNote failure={command.failure} />}
      <View className="soft">{text.saveHint}</View>
    </View>
  )
}

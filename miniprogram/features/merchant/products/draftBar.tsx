import { Text, View } from '@tarojs/components'
import type { CallFailure } from '@/api/callFailure'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import '../settings/saveBar.scss'

interface DraftBarProps {
  readonly isDirty: boolean
  /** What stands there while nothing is changed. */
  readonly quiet: string
  /** Why it cannot be saved yet. */
  readonly fault: string | undefined
  readonly working: boolean
  readonly failure: CallFailure | undefined
  readonly onSave: () => void
  readonly onRevert: () => void
}

/** The foot of an editor of goods: save or undo what was changed. */
export function DraftBar({ isDirty, quiet, fault, working, failure, onSave, onRevert }: DraftBarProps) {
  const text = useText().rules.save
  if (!isDirty) {
    return (
      <View id="save-bar" className="save-bar save-bar--quiet">
        <Text className="soft figure">{quiet}</Text>
      </View>
    )
  }
  return (
    <View id="save-bar" className="save-bar">
      <View className="save-bar__head">
        <Text className={fault ? 'save-bar__fault' : 'save-bar__words'}>{fault ?? text.unsaved}</Text>
        {!working && <LinkText id="revert" label={text.revert} way="none" onTap={onRevert} />}
      </View>
      {!fault && <BusyButton id="save" label={text.save} working={working} onPress={onSave} />}
      {failure && !working && <FailureNote failure={failure} />}
    </View>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import type { SettingsEditor, Topic } from './useSettings'
import './deleteRule.scss'

interface DeleteRuleProps<T extends Topic> {
  readonly id: string
  readonly words: Readonly<Record<'delete' | 'deleteTitle' | 'deleteText' | 'confirmDelete', string>>
  readonly editor: SettingsEditor<T>
  /** Saves the topic without the rule; answers undefined when it failed. */
  readonly remove: () => Promise<number | undefined>
  readonly onDeleted: () => void
}

/** Deletes one rule of a topic after saying what that means; other changes in the editor are not saved with it. */
export function DeleteRule<T extends Topic>({ id, words, editor, remove, onDeleted }: DeleteRuleProps<T>) {
  const [asking, setAsking] = useState(false)
  const run = async () => {
    if ((await remove()) !== undefined) onDeleted()
  }
  return (
    <View className="delete-rule">
      <LinkText id={id} label={words.delete} way="none" onTap={() => setAsking(true)} />
      <ConfirmSheet
        id="delete-sheet"
        open={asking}
        title={words.deleteTitle}
        text={words.deleteText}
        confirm={{
          label: words.confirmDelete,
          working: editor.working,
          failure: editor.failure,
          run: () => void run(),
        }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}

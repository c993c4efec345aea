import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import type { SettingsEditor, Stored } from '../settings/useSettings'
import { without } from './discountEdits'
import './deleteDiscount.scss'

interface DeleteDiscountProps {
  readonly id: string
  readonly editor: SettingsEditor<'shop'>
  readonly stored: Stored<'shop'>
  readonly onDeleted: () => void
}

/** Deletes a discount after saying what that means; other changes in the editor are not saved with it. */
export function DeleteDiscount({ id, editor, stored, onDeleted }: DeleteDiscountProps) {
  const text = useText().shopRules.edit
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    const { value } = stored
    const next = { ...value, discounts: without(value.discounts, id) }
    if ((await editor.save(stored, next)) !== undefined) onDeleted()
  }
  return (
    <View className="delete-discount">
      <LinkText id="delete-discount" label={text.delete} way="none" onTap={() => setAsking(true)} />
      <ConfirmSheet
        id="delete-sheet"
        open={asking}
        title={text.deleteTitle}
        text={text.deleteText}
        confirm={{
          label: text.confirmDelete,
          working: editor.working,
          failure: editor.failure,
          run: () => void remove(),
        }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}

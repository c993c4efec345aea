import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import type { SettingsEditor, Stored } from '../settings/useSettings'
import './deleteCampaign.scss'

interface DeleteCampaignProps {
  readonly id: string
  readonly editor: SettingsEditor<'campaigns'>
  readonly stored: Stored<'campaigns'>
  readonly onDeleted: () => void
}

/** Deletes a campaign after saying what that means; other changes in the editor are not saved with it. */
export function DeleteCampaign({ id, editor, stored, onDeleted }: DeleteCampaignProps) {
  const text = useText().rules.campaigns
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    const campaigns = stored.value.campaigns.filter((each) => each.id !== id)
    if ((await editor.save(stored, { campaigns })) !== undefined) onDeleted()
  }
  return (
    <View className="delete-campaign">
      <LinkText id="delete-campaign" label={text.delete} way="none" onTap={() => setAsking(true)} />
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

import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { DraftBar } from '../products/draftBar'
import type { ProductEditor, Stored } from './useProductEditor'

interface ProductSaveBarProps {
  readonly editor: ProductEditor
  readonly stored: Stored
  /** What it is called in rules; null where that cannot be. */
  readonly product: string | null
  readonly fault: string | undefined
  readonly onSaved: () => void
}

/** Stands at the foot of the editor: who saved last; once something is changed, the way to save or undo it. */
export function ProductSaveBar({ editor, stored, product, fault, onSaved }: ProductSaveBarProps) {
  const { goods: text, rules } = useText()
  const locale = useLocale()
  const who = ({ changed }: Stored) =>
    changed?.isMe ? rules.save.me : rules.save.roles[changed?.role ?? 'manager']
  if (editor.newer) {
    return (
      <View id="save-bar" className="save-bar">
        <Text className="save-bar__words">{text.save.newer(who(editor.newer), editor.newer.version)}</Text>
        <BusyButton id="load-newest" label={text.save.load} onPress={editor.drop} />
      </View>
    )
  }
  const save = async () => {
    if (product === null || !(await editor.save(stored, product))) return
    void Taro.showToast({ title: text.edit.saved, icon: 'none' })
    onSaved()
  }
  const { changed, version } = stored
  return (
    <DraftBar
      isDirty={editor.isDirty}
      quiet={changed ? rules.save.lastChanged(version, who(stored), formatInstant(changed.at, locale)) : ''}
      fault={fault}
      working={editor.working}
      failure={editor.failure}
      onSave={() => void save()}
      onRevert={editor.drop}
    />
  )
}

import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import type { SettingsEditor, Stored, Topic } from './useSettings'
import './saveBar.scss'

interface SaveBarProps<T extends Topic> {
  readonly editor: SettingsEditor<T>
  readonly stored: Stored<T>
  /** A fault that the page knows of, beside what is not filled in. */
  readonly fault?: string
  readonly onSaved?: () => void
}

/** Stands at the foot of an editor: who saved last; once something is changed, the way to save or undo it. */
export function SaveBar<T extends Topic>({ editor, stored, fault, onSaved }: SaveBarProps<T>) {
  const text = useText().rules.save
  const who = useChanger()
  if (!editor.isDirty) {
    return (
      <View id="save-bar" className="save-bar save-bar--quiet">
        <LastChanged stored={stored} />
        <Failed editor={editor} />
      </View>
    )
  }
  if (editor.newer) {
    return (
      <View id="save-bar" className="save-bar">
        <Text className="save-bar__words">{text.newer(who(editor.newer), editor.newer.version)}</Text>
        <BusyButton id="load-newest" label={text.loadNewest} onPress={editor.drop} />
      </View>
    )
  }
  const save = async () => {
    const version = await editor.save(stored)
    if (version === undefined) return
    void Taro.showToast({ title: text.saved(version), icon: 'none' })
    onSaved?.()
  }
  const missing = editor.isUnfinished ? text.unfinished : fault
  return (
    <View id="save-bar" className="save-bar">
      <View className="save-bar__head">
        <Text className={missing ? 'save-bar__fault' : 'save-bar__words'}>{missing ?? text.unsaved}</Text>
        {!editor.working && <LinkText id="revert" label={text.revert} way="none" onTap={editor.drop} />}
      </View>
      {!missing && (
        <BusyButton id="save" label={text.save} working={editor.working} onPress={() => void save()} />
      )}
      <Failed editor={editor} />
    </View>
  )
}

function Failed<T extends Topic>({ editor }: { readonly editor: SettingsEditor<T> }) {
  return editor.failure && !editor.working ? <FailureNote failure={editor.failure} /> : null
}

function LastChanged<T extends Topic>({ stored }: { readonly stored: Stored<T> }) {
  const text = useText().rules.save
  const locale = useLocale()
  const who = useChanger()
  const { changed, version } = stored
  return (
    <Text className="soft figure">
      {changed
        ? text.lastChanged(version, who(stored), formatInstant(changed.at, locale))
        : text.neverChanged}
    </Text>
  )
}

function useChanger(): <T extends Topic>(stored: Stored<T>) => string {
  const text = useText().rules.save
  return ({ changed }) => (changed ? (changed.isMe ? text.me : text.roles[changed.role]) : '')
}

import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored } from '../settings/useSettings'

/** What stands there when the limit is switched on. */
const FIRST_LIMIT_FEN = 20_000
const MOST_FEN = 100_000_000

export default function CounterRulesPage() {
  const text = useText().rules.counter
  const editor = useSettings('counter')
  return (
    <Page id="counter-rules-page" title={text.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[64, 160]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly editor: SettingsEditor<'counter'>
  readonly stored: Stored<'counter'>
}

function Editor({ editor, stored }: EditorProps) {
  const text = useText().rules.counter
  const { confirmAboveFen } = editor.valueIn(stored)
  const edit = (fen: number | null) => editor.edit(stored, { confirmAboveFen: fen })
  return (
    <>
      <View className="card">
        <SwitchRow
          id="needs-confirmation"
          label={text.confirm}
          hint={text.confirmHint}
          value={confirmAboveFen !== null}
          onChange={(isOn) => edit(isOn ? FIRST_LIMIT_FEN : null)}
        />
        {confirmAboveFen !== null && (
          <NumberField
            id="confirm-above"
            label={text.above}
            unit={text.yuan}
            value={confirmAboveFen}
            min={0}
            max={MOST_FEN}
            digits={2}
            onChange={edit}
          />
        )}
      </View>
      <SaveBar editor={editor} stored={stored} />
    </>
  )
}

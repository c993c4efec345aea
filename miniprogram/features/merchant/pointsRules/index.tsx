import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored, type ValueOf } from '../settings/useSettings'
import { minimumFits, stepFits } from './stepFits'
import { ToCashCard } from './toCashCard'
import { ValidityCard } from './validityCard'
import './index.scss'

export type Points = ValueOf<'points'>
export type ChangePoints = (patch: Partial<Points>) => void

export default function PointsRulesPage() {
  const text = useText()
  const editor = useSettings('points')
  return (
    <Page id="points-rules-page" title={text.rules.points.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[320, 64, 320]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

function Editor({
  editor,
  stored,
}: {
  readonly editor: SettingsEditor<'points'>
  readonly stored: Stored<'points'>
}) {
  const text = useText().rules
  const value = editor.valueIn(stored)
  const change: ChangePoints = (patch) => editor.edit(stored, { ...value, ...patch })
  const fits = stepFits(value.toCash) && minimumFits(value.toCash)
  return (
    <>
      <ValidityCard value={value} change={change} />
      <View className="soft points-note">{text.points.note}</View>
      <ToCashCard toCash={value.toCash} change={(toCash) => change({ toCash })} />
      <SaveBar editor={editor} stored={stored} fault={fits ? undefined : text.save.unfinished} />
    </>
  )
}

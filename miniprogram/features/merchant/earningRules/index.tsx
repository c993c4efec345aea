import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { NumberField } from '../form/numberField'
import { ExampleCard } from '../settings/exampleCard'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored, type ValueOf } from '../settings/useSettings'
import { DailyCaps } from './dailyCaps'
import { Multipliers } from './multipliers'
import { Together } from './together'
import './index.scss'

export type Earning = ValueOf<'earning'>
export type Change = (patch: Partial<Earning>) => void

export default function EarningRulesPage() {
  const text = useText()
  const editor = useSettings('earning')
  return (
    <Page id="earning-rules-page" title={text.rules.earning.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[96, 200, 160, 200]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

function Editor({
  editor,
  stored,
}: {
  readonly editor: SettingsEditor<'earning'>
  readonly stored: Stored<'earning'>
}) {
  const text = useText().rules.earning
  const value = editor.valueIn(stored)
  const { tiers, today } = stored
  const change: Change = (patch) => editor.edit(stored, { ...value, ...patch })
  return (
    <>
      <ExampleCard
        rules={{ earning: value }}
        tiers={tiers}
        initial={{
          amountFen: 10_000,
          category: null,
          product: null,
          tier: tiers[0]?.id ?? '',
          day: today,
          birthday: 'none',
        }}
      />
      <View className="card">
        <Text className="card-title">{text.base}</Text>
        <NumberField
          id="points-per-yuan"
          label={text.pointsPerYuan}
          value={value.pointsPerYuan}
          min={0}
          max={1_000}
          onChange={(pointsPerYuan) => change({ pointsPerYuan })}
        />
        <NumberField
          id="growth-per-yuan"
          label={text.growthPerYuan}
          value={value.growthPerYuan}
          min={0}
          max={1_000}
          onChange={(growthPerYuan) => change({ growthPerYuan })}
        />
        <NumberField
          id="release-days"
          label={text.releaseDays}
          unit={text.days}
          hint={text.releaseHint}
          value={value.releaseDays}
          min={0}
          max={365}
          onChange={(releaseDays) => change({ releaseDays })}
        />
      </View>
      <Multipliers multipliers={value.multipliers} tiers={tiers} today={today} change={change} />
      <Together value={value} change={change} />
      <DailyCaps value={value} change={change} />
      <View className="soft rules-note">{text.note}</View>
      <SaveBar editor={editor} stored={stored} />
    </>
  )
}

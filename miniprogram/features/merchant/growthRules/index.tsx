import { useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { formatAtMost } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { RadioRows } from '../form/choices'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored, type ValueOf } from '../settings/useSettings'
import './index.scss'

type Mode = ValueOf<'growth'>['mode']

const LOOK_AGAIN_MS = 5_000

export default function GrowthRulesPage() {
  const text = useText()
  const editor = useSettings('growth')
  useLookingAgain(editor)
  return (
    <Page id="growth-rules-page" title={text.rules.growth.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[64, 280]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

/** While members are counted again, how many are left is asked for every few seconds. */
function useLookingAgain({ query, working }: SettingsEditor<'growth'>): void {
  const { value, failure, refresh } = query
  const isOn = (value?.recounting.members ?? 0) > 0 && !failure && !working
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setTimeout(() => void refresh(), LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
    // With each new answer the next look is set.
  }, [isOn, value, refresh])
}

function Editor({
  editor,
  stored,
}: {
  readonly editor: SettingsEditor<'growth'>
  readonly stored: Stored<'growth'>
}) {
  const text = useText().rules.growth
  const { mode } = editor.valueIn(stored)
  return (
    <>
      <Recounting stored={stored} />
      <View className="card">
        <Text className="card-title">{text.mode}</Text>
        <ModeFields
          mode={mode}
          today={stored.today}
          onChange={(next) => editor.edit(stored, { mode: next })}
        />
      </View>
      {editor.isDirty && (
        <View id="growth-will" className="growth-will">
          <Text className="growth-will__title">{text.willTitle}</Text>
          {text.will.map((sentence) => (
            <Text key={sentence} className="growth-will__line">
              {sentence}
            </Text>
          ))}
        </View>
      )}
      <SaveBar editor={editor} stored={stored} />
    </>
  )
}

/** How far counting again has come; before the first change there is nothing to say. */
function Recounting({ stored }: { readonly stored: Stored<'growth'> }) {
  const text = useText().rules.growth
  const { members, most } = stored.recounting
  if (stored.version === 0) return null
  return (
    <View id="growth-recounting" className={members > 0 ? 'growth-will' : 'soft growth-counted'}>
      <Text className={members > 0 ? 'growth-will__title' : ''}>
        {members > 0 ? text.recounting(formatAtMost(members, most)) : text.recounted}
      </Text>
      {members > 0 && <Text className="growth-will__line">{text.recountingHint}</Text>}
    </View>
  )
}

interface ModeFieldsProps {
  readonly mode: Mode
  readonly today: string
  readonly onChange: (mode: Mode) => void
}

function ModeFields({ mode, today, onChange }: ModeFieldsProps) {
  const text = useText().rules.growth
  const first: { readonly [K in Mode['kind']]: Extract<Mode, { kind: K }> } = {
    allTime: { kind: 'allTime' },
    rolling: { kind: 'rolling', windowDays: 365 },
    reset: { kind: 'reset', everyMonths: 12, from: `${today.slice(0, 4)}-01-01` },
  }
  return (
    <>
      <RadioRows
        id="mode"
        values={['allTime', 'rolling', 'reset'] as const}
        chosen={mode.kind}
        name={(kind) => text.modeOf[kind]}
        hint={(kind) => text.modeHint[kind]}
        onTap={(kind) => kind !== mode.kind && onChange(first[kind])}
      />
      {mode.kind === 'rolling' && (
        <NumberField
          id="window-days"
          label={text.windowDays}
          unit={text.days}
          value={mode.windowDays}
          min={1}
          max={731}
          onChange={(windowDays) => onChange({ ...mode, windowDays })}
        />
      )}
      {mode.kind === 'reset' && (
        <>
          <NumberField
            id="every-months"
            label={text.everyMonths}
            unit={text.months}
            value={mode.everyMonths}
            min={1}
            max={24}
            onChange={(everyMonths) => onChange({ ...mode, everyMonths })}
          />
          <DayField
            id="reset-from"
            label={text.from}
            value={mode.from}
            onChange={(from) => onChange({ ...mode, from })}
          />
        </>
      )}
    </>
  )
}

import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { BilingualName } from '../form/bilingualName'
import { SwitchRow } from '../form/switchRow'
import { DeleteRule } from '../settings/deleteRule'
import { goBack, RulePage, type RuleEditorProps } from '../settings/rulePage'
import { SaveBar } from '../settings/saveBar'
import type { Stored } from '../settings/useSettings'
import { GiftFields } from './giftFields'
import { LimitFields } from './limitFields'

export type Plan = Stored<'wallet'>['value']['plans'][number]

export default function TopUpPlanPage() {
  const text = useText().wallet.shop
  const gone = {
    id: 'plan-gone',
    title: text.gone,
    text: text.goneHint,
    backId: 'to-plans',
    back: text.toList,
  }
  return (
    <RulePage
      id="top-up-plan-page"
      topic="wallet"
      title={text.planTitle}
      newTitle={text.newPlanTitle}
      skeleton={[240, 240, 160]}
      rulesIn={({ plans }) => plans}
      gone={gone}
    >
      {(props) => <Editor {...props} />}
    </RulePage>
  )
}

function Editor({ id, isNew, editor, stored }: RuleEditorProps<'wallet'>) {
  const texts = useText()
  const text = texts.wallet.shop
  const value = editor.valueIn(stored)
  const there = value.plans.find((each) => each.id === id)
  const plan = there ?? newPlan(id)
  const change = (patch: Partial<Plan>) => {
    const next = { ...plan, ...patch }
    const plans = there ? value.plans.map((each) => (each.id === id ? next : each)) : [...value.plans, next]
    editor.edit(stored, { ...value, plans })
  }
  return (
    <>
      <View className="card">
        <BilingualName
          id="plan-name"
          words={{ ...texts.rules.field, nameZhHint: text.planNameHint }}
          value={plan.name}
          onChange={(name) => change({ name })}
        />
        <GiftFields plan={plan} templates={stored.templates} change={change} />
      </View>
      <View className="card">
        <LimitFields plan={plan} today={stored.today} change={change} />
        <SwitchRow id="plan-on" label={text.isOn} value={plan.isOn} onChange={(isOn) => change({ isOn })} />
      </View>
      {!isNew && (
        <DeleteRule
          id="delete-plan"
          words={text}
          editor={editor}
          remove={() => {
            const plans = stored.value.plans.filter((each) => each.id !== id)
            return editor.save(stored, { ...stored.value, plans })
          }}
          onDeleted={goBack}
        />
      )}
      <SaveBar editor={editor} stored={stored} onSaved={goBack} />
    </>
  )
}

function newPlan(id: string): Plan {
  return {
    id,
    name: { zh: '', en: '' },
    isOn: true,
    from: null,
    to: null,
    payFen: 100_000,
    gift: { bonusFen: 20_000, points: 0, growth: 0, coupons: [] },
    isFirstOnly: false,
    mostPerMember: null,
  }
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { BilingualName } from '../form/bilingualName'
import { SwitchRow } from '../form/switchRow'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored } from '../settings/useSettings'
import { GiftFields } from './giftFields'
import { LimitFields } from './limitFields'

export type Plan = Stored<'wallet'>['value']['plans'][number]

const goBack = () => void Taro.navigateBack()

export default function TopUpPlanPage() {
  const text = useText().wallet.shop
  const known = useRouter().params.id
  const [id] = useState(() => known ?? randomId())
  const editor = useSettings('wallet')
  return (
    <Page
      id="top-up-plan-page"
      title={known ? text.planTitle : text.newPlanTitle}
      onRefresh={editor.query.refresh}
    >
      <QueryView query={editor.query} skeleton={[240, 240, 160]}>
        {(stored) =>
          known && !editor.valueIn(stored).plans.some((each) => each.id === known) ? (
            <PictureState
              id="plan-gone"
              picture="closed"
              title={text.gone}
              text={text.goneHint}
              action={{ id: 'to-plans', label: text.toList, run: goBack }}
            />
          ) : (
            <Editor id={id} isNew={!known} editor={editor} stored={stored} />
          )
        }
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly id: string
  readonly isNew: boolean
  readonly editor: SettingsEditor<'wallet'>
  readonly stored: Stored<'wallet'>
}

function Editor({ id, isNew, editor, stored }: EditorProps) {
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
      {!isNew && <DeletePlan id={id} editor={editor} stored={stored} />}
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

/** Deletes a plan after saying what that means; other changes in the editor are not saved with it. */
function DeletePlan({ id, editor, stored }: Omit<EditorProps, 'isNew'>) {
  const text = useText().wallet.shop
  const [isAsking, setIsAsking] = useState(false)
  const remove = async () => {
    const plans = stored.value.plans.filter((each) => each.id !== id)
    if ((await editor.save(stored, { ...stored.value, plans })) !== undefined) goBack()
  }
  return (
    <>
      <LinkText id="delete-plan" label={text.delete} way="none" onTap={() => setIsAsking(true)} />
      <ConfirmSheet
        id="delete-sheet"
        open={isAsking}
        title={text.deleteTitle}
        text={text.deleteText}
        confirm={{
          label: text.confirmDelete,
          working: editor.working,
          failure: editor.failure,
          run: () => void remove(),
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}

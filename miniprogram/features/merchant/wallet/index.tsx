import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { RadioRows } from '../form/choices'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored, type ValueOf } from '../settings/useSettings'
import { AnyAmountCard } from './anyAmountCard'
import { PlanRow } from './planRow'
import { PrepaidCard } from './prepaidCard'
import { YearEndCard } from './yearEndCard'
import './index.scss'

export type WalletRules = ValueOf<'wallet'>
export type ChangeWallet = (patch: Partial<WalletRules>) => void

const MOST_PLANS = 20
const ORDERS = ['proportional', 'principalFirst', 'bonusFirst'] as const

const openPlan = (query = '') => void Taro.navigateTo({ url: `/features/merchant/topUpPlan/index${query}` })

export default function WalletRulesPage() {
  const text = useText().wallet.shop
  const editor = useSettings('wallet')
  return (
    <Page id="wallet-rules-page" title={text.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[160, 200, 240, 160]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly editor: SettingsEditor<'wallet'>
  readonly stored: Stored<'wallet'>
}

function Editor({ editor, stored }: EditorProps) {
  const text = useText().wallet.shop
  const value = editor.valueIn(stored)
  const change: ChangeWallet = (patch) => editor.edit(stored, { ...value, ...patch })
  return (
    <>
      <View id="plans" className="card">
        <Text className="card-title">{text.plans}</Text>
        {stored.value.plans.length === 0 && <View className="soft">{text.noPlans}</View>}
        {stored.value.plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} onTap={() => openPlan(`?id=${plan.id}`)} />
        ))}
        {stored.value.plans.length < MOST_PLANS && (
          <View className="plans__add">
            <BusyButton id="add-plan" label={text.addPlan} quiet onPress={() => openPlan()} />
          </View>
        )}
      </View>
      <AnyAmountCard value={value} change={change} />
      <View className="card">
        <Text className="card-title">{text.order}</Text>
        <RadioRows
          id="order"
          values={ORDERS}
          chosen={value.spendingOrder}
          name={(order) => text.orderOf[order]}
          hint={(order) => text.orderHint[order]}
          onTap={(spendingOrder) => change({ spendingOrder })}
        />
      </View>
      <PrepaidCard value={value} legal={stored.legal} change={change} />
      <YearEndCard value={value} change={change} />
      <SaveBar editor={editor} stored={stored} />
    </>
  )
}

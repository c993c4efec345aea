import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { usePayTopUp } from '../usePayTopUp'
import type { Wallet } from '../walletHead'
import { Agreement } from './agreement'
import { AnyAmount } from './anyAmount'
import { amountFenOf } from './amountFenOf'
import { PlanCard } from './planCard'
import './index.scss'

/** Back to the wallet, also for who came here straight. */
function toWallet(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: '/features/wallet/index' })
}

export default function TopUpPage() {
  const text = useText().wallet.topUp
  const query = useQuery('shopper', 'wallet.read', {})
  return (
    <Page id="top-up-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[96, 96, 96, 120]}>
        {(wallet) =>
          wallet.plans.length === 0 && !wallet.anyAmount ? (
            <PictureState id="top-up-none" picture="card" title={text.none} text={text.noneHint} />
          ) : (
            <TopUp wallet={wallet} onChanged={query.refresh} />
          )
        }
      </QueryView>
    </Page>
  )
}

/** What is chosen: a plan by its id, or an amount that is typed. */
type Chosen = { readonly planId: string } | { readonly typed: string }

function TopUp({ wallet, onChanged }: { readonly wallet: Wallet; readonly onChanged: () => Promise<void> }) {
  const text = useText().wallet.topUp
  const { plans, anyAmount, agreement } = wallet
  const [chosen, setChosen] = useState<Chosen>()
  const [isAgreed, setIsAgreed] = useState(false)
  const [fault, setFault] = useState<string>()
  const begin = useCommand('shopper', 'wallet.topUp')
  const paying = usePayTopUp()
  const payFen = payFenOf(wallet, chosen)

  const pay = async () => {
    const missing = payFen === undefined ? text.needChoice : isAgreed ? undefined : text.needAgree
    setFault(missing)
    if (missing !== undefined || payFen === undefined || !chosen) return
    const choice =
      'planId' in chosen
        ? ({ of: 'plan', planId: chosen.planId } as const)
        : ({ of: 'amount', payFen } as const)
    const begun = await begin.run({ choice, agreed: agreement.version })
    if (!begun) return onChanged()
    const checked = begun.payment ? await paying.pay(begun.topUpId, begun.payment) : undefined
    const isPaid = checked?.state === 'paid'
    const said = isPaid
      ? text.done(formatMoney(checked.balances.principal + checked.balances.bonus))
      : text.notPaid
    void Taro.showToast({ title: said, icon: 'none' })
    // The wallet shows what was last asked for: it must not be what was there before.
    await onChanged()
    toWallet()
  }
  const choosePlan = (planId: string) => {
    setFault(undefined)
    setChosen({ planId })
  }
  const isWorking = begin.working || paying.working
  return (
    <>
      {plans.map((plan) => (
        <PlanCard
          key={plan.id}
          plan={plan}
          isChosen={chosen !== undefined && 'planId' in chosen && chosen.planId === plan.id}
          onTap={() => choosePlan(plan.id)}
        />
      ))}
      {anyAmount && (
        <AnyAmount
          wallet={wallet}
          anyAmount={anyAmount}
          typed={chosen && 'typed' in chosen ? chosen.typed : ''}
          onType={(typed) => setChosen({ typed })}
        />
      )}
      <Agreement
        sentences={agreement.sentences}
        isAgreed={isAgreed}
        onChange={(agreed) => {
          setFault(undefined)
          setIsAgreed(agreed)
        }}
      />
      <View className="top-up__foot">
        {fault && <View className="top-up__fault">{fault}</View>}
        {begin.failure && !isWorking && <FailureNote failure={begin.failure} />}
        <BusyButton
          id="pay-top-up"
          label={payFen === undefined ? text.buttonPlain : text.button(formatMoney(payFen))}
          working={isWorking}
          onPress={() => void pay()}
        />
        {paying.isOpen && (
          <View id="paying" className="top-up__paying">
            <View className="soft">{text.paying}</View>
            <LinkText id="pay-later" label={text.later} way="none" onTap={toWallet} />
          </View>
        )}
      </View>
    </>
  )
}

function payFenOf(wallet: Wallet, chosen: Chosen | undefined): number | undefined {
  if (!chosen) return undefined
  if ('planId' in chosen) return wallet.plans.find(({ id }) => id === chosen.planId)?.payFen
  return amountFenOf(chosen.typed, wallet.anyAmount?.leastFen ?? 1, wallet.roomFen)
}

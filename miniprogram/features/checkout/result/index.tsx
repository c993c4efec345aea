import { View } from '@tarojs/components'
import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { Money } from '@/ui/money'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import type { OrderData } from '../../shopOrders/faces'
import { paidParts } from '../../shopOrders/paidParts'
import { clockText, useTimeLeft } from '../../shopOrders/timeLeft'
import { usePayOrder } from '../../shopOrders/usePayOrder'
import { replaceByOrder } from '../../shopOrders/ways'
import { openShop } from '../../shop/ways'
import { outcomeOf, type Outcome } from './outcome'
import { useConfirming } from './useConfirming'
import './index.scss'

/** How the payment of an order came out. */
export default function ResultPage() {
  const text = useText().checkout.result
  const orderId = usePageParameter('order') ?? ''
  const end = usePageParameter('end')
  const query = useQuery('shopper', 'shopOrders.read', { orderId })
  const isOpen = end === 'done' && query.value?.order.state === 'awaitingPayment'
  const isConfirming = useConfirming(orderId, isOpen, query.refresh)
  return (
    <Page id="result-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 96]}>
        {({ order, now }) => (
          <Result
            order={order}
            now={now}
            outcome={outcomeOf(order.state, isConfirming)}
            onChanged={query.refresh}
          />
        )}
      </QueryView>
    </Page>
  )
}

interface ResultProps {
  readonly order: OrderData
  readonly now: number
  readonly outcome: Outcome
  readonly onChanged: () => Promise<void>
}

function Result({ order, now, outcome, onChanged }: ResultProps) {
  const text = useText().checkout.result
  const left = useTimeLeft(order.payUntil, now, () => void onChanged())
  const paying = usePayOrder(order.id, onChanged)
  return (
    <View id={`result-${outcome}`} className="result">
      <View className={`result__sign result__sign--${outcome}`} />
      <View className="result__title">{text.titles[outcome]}</View>
      <View className="result__fen">
        <Money fen={order.quote.payableFen} />
      </View>
      <Said order={order} outcome={outcome} />
      {outcome === 'waiting' && left !== null && (
        <View className="soft figure">{text.payWithin(clockText(left))}</View>
      )}
      {paying.failure && <FailureNote failure={paying.failure} />}
      <View className="result__actions">
        {outcome === 'waiting' && order.may.pay && (
          <BusyButton
            id="pay-order"
            label={text.pay(formatMoney(order.quote.paid.wechat))}
            working={paying.working}
            onPress={() => void paying.pay()}
          />
        )}
        <BusyButton
          id="to-order"
          label={text.toOrder}
          quiet={outcome === 'waiting'}
          onPress={() => replaceByOrder(order.id)}
        />
        {outcome !== 'waiting' && <BusyButton id="to-shop" label={text.toShop} quiet onPress={openShop} />}
      </View>
    </View>
  )
}

function Said({ order, outcome }: Pick<ResultProps, 'order' | 'outcome'>) {
  const all = useText()
  const text = all.checkout.result
  const parts = paidParts(order.quote.paid, all.shopOrders)
  const { earned } = order
  return (
    <>
      <View className="soft">{text.hints[outcome]}</View>
      {outcome === 'paid' && parts !== '' && <View className="soft figure">{parts}</View>}
      {outcome === 'paid' && earned && earned.points > 0 && (
        <View className="result__earned figure">
          {text.earned(all.units.pointsOf(earned.points), all.units.growthOf(earned.growth))}
        </View>
      )}
    </>
  )
}

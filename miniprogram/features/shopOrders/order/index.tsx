import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { openOrders } from '../ways'
import type { OrderData } from '../faces'
import { OrderedLines } from '../orderedLines'
import { QuoteSums } from '../quoteSums'
import { Actions } from './actions'
import { Delivery } from './delivery'
import { Earned } from './earned'
import { Head } from './head'
import { Refunds } from './refunds'
import { Timeline } from './timeline'

export default function ShopOrderPage() {
  const text = useText().shopOrders.order
  const orderId = usePageParameter('order') ?? ''
  const query = useQuery('shopper', 'shopOrders.read', { orderId })
  const isGone = query.failure?.code === 'SHOP_ORDER_NOT_FOUND' || query.failure?.code === 'INVALID_INPUT'
  return (
    <Page id="shop-order-page" title={text.title} onRefresh={query.refresh}>
      {isGone ? (
        <PictureState
          id="order-gone"
          picture="closed"
          title={text.gone}
          text={query.failure?.message ?? ''}
          action={{ id: 'to-orders-button', label: text.toOrders, run: openOrders }}
        />
      ) : (
        <QueryView query={query} skeleton={[120, 160, 200]}>
          {({ order, now }) => <Order order={order} now={now} onChanged={query.refresh} />}
        </QueryView>
      )}
    </Page>
  )
}

interface OrderProps {
  readonly order: OrderData
  readonly now: number
  readonly onChanged: () => Promise<void>
}

function Order({ order, now, onChanged }: OrderProps) {
  const explain = useExplain()
  return (
    <>
      <Head order={order} now={now} onChanged={onChanged} />
      <Refunds order={order} onExplain={explain.show} onChanged={onChanged} />
      <OrderedLines lines={order.quote.lines} />
      <QuoteSums quote={order.quote} onExplain={explain.show} />
      <Earned order={order} onExplain={() => explain.ask({ kind: 'order', id: order.id })} />
      <Delivery order={order} />
      <Timeline order={order} />
      <Actions order={order} onChanged={onChanged} />
      {explain.sheet}
    </>
  )
}

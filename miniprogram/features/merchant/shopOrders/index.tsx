import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { OrderRow } from './orderRow'
import './index.scss'

type Orders = OutputOf<'shopOrders.listAll'>
export type OrderCard = Orders['orders'][number]
type Input = InputOf<'shopOrders.listAll'>
type Cursor = NonNullable<Input['cursor']>
type Which = NonNullable<Input['which']>

/** What there is to do first. */
const WHICH: readonly (Which | null)[] = [
  'paid',
  'refundAsked',
  'shipped',
  'awaitingPayment',
  'received',
  'refunded',
  'cancelled',
  null,
]

const pageOf = ({ orders, nextCursor }: Orders) => ({ items: orders, nextCursor })
const asked = (which: Which | null): Input => (which === null ? {} : { which })
const openOrder = (id: string) =>
  void Taro.navigateTo({ url: `/features/merchant/shopOrder/index?order=${encodeURIComponent(id)}` })

/** The orders of the shop's own pages, by what is to be done. */
export default function ShopOrdersPage() {
  const text = useText().orderDesk
  const [which, setWhich] = useState<Which | null>('paid')
  const query = useQuery('merchant', 'shopOrders.listAll', asked(which))
  const nameOf = (each: Which | null) => {
    if (each === null) return text.all
    return each === 'refundAsked' ? text.refundAsked : text.states[each]
  }
  return (
    <Page id="shop-orders-page" title={text.title} onRefresh={query.refresh}>
      <Chips
        id="which"
        chips={WHICH.map((each) => ({
          key: each ?? 'all',
          name: nameOf(each),
          isOn: each === which,
          choose: () => setWhich(each),
        }))}
      />
      <QueryView query={query} skeleton={[120, 120, 120]}>
        {(orders) => <Listed key={which} orders={orders} which={which} onSeeAll={() => setWhich(null)} />}
      </QueryView>
    </Page>
  )
}

interface ListedProps {
  readonly orders: Orders
  readonly which: Which | null
  readonly onSeeAll: () => void
}

function Listed({ orders, which, onSeeAll }: ListedProps) {
  const text = useText().orderDesk
  const list = useOlder<OrderCard, Cursor>(pageOf(orders), async (cursor) =>
    pageOf(await call('merchant', 'shopOrders.listAll', { ...asked(which), cursor })),
  )
  useReachBottom(list.loadMore)
  if (list.items.length === 0)
    return (
      <PictureState
        id="no-shop-orders"
        picture="card"
        title={text.empty}
        text={text.emptyHint}
        {...(which !== null && { action: { id: 'see-all-orders', label: text.seeAll, run: onSeeAll } })}
      />
    )
  return (
    <View id="shop-orders">
      {list.items.map((order) => (
        <OrderRow key={order.id} order={order} onTap={() => openOrder(order.id)} />
      ))}
      <ListFoot id="shop-orders-more" list={list} end={text.end} />
    </View>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { openShop } from '../shop/ways'
import type { OrderCardData, OrderState } from './faces'
import { OrderCard } from './orderCard'

type Answer = OutputOf<'shopOrders.list'>
type Cursor = NonNullable<Answer['nextCursor']>
type Shelf = OrderState | 'all'

const SHELVES: readonly Shelf[] = [
  'all',
  'awaitingPayment',
  'paid',
  'shipped',
  'received',
  'refunded',
  'cancelled',
]

const pageOf = ({ orders, nextCursor }: Answer): ListPage<OrderCardData, Cursor> => ({
  items: orders,
  nextCursor,
})
const asked = (shelf: Shelf) => (shelf === 'all' ? {} : { state: shelf })

/** A member's orders, all of them or those of a state. */
export default function ShopOrdersPage() {
  const text = useText().shopOrders
  const [shelf, setShelf] = useState<Shelf>('all')
  return (
    <Page id="shop-orders-page" title={text.title}>
      <Chips
        id="orders"
        chips={SHELVES.map((each) => ({
          key: each,
          name: each === 'all' ? text.all : text.states[each],
          isOn: each === shelf,
          choose: () => setShelf(each),
        }))}
      />
      <ShelfView key={shelf} shelf={shelf} />
    </Page>
  )
}

function ShelfView({ shelf }: { readonly shelf: Shelf }) {
  const text = useText().shopOrders
  const query = useQuery('shopper', 'shopOrders.list', asked(shelf))
  const list = useOlder(query.value && pageOf(query.value), async (cursor: Cursor) =>
    pageOf(await call('shopper', 'shopOrders.list', { ...asked(shelf), cursor })),
  )
  useReachBottom(list.loadMore)
  usePullDownRefresh(() => void query.refresh().finally(() => Taro.stopPullDownRefresh()))
  return (
    <QueryView query={query} skeleton={[148, 148, 148]}>
      {({ now }) =>
        list.items.length === 0 ? (
          <PictureState
            id="orders-empty"
            picture="card"
            title={shelf === 'all' ? text.empty : text.emptyShelf}
            text={text.emptyHint}
            action={{ id: 'to-shop-button', label: text.toShop, run: openShop }}
          />
        ) : (
          <View id="orders-list">
            {list.items.map((order) => (
              <OrderCard key={order.id} order={order} now={now} onOver={query.refresh} />
            ))}
            <ListFoot id="orders-more" list={list} end={text.end} />
          </View>
        )
      }
    </QueryView>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { LinkRow } from '@/ui/linkRow'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { CouponTicket, type Coupon } from './couponTicket'
import './index.scss'

type Answer = OutputOf<'coupons.list'>
type Cursor = NonNullable<Answer['nextCursor']>

const SHELVES = ['usable', 'used', 'expired'] as const
type Shelf = (typeof SHELVES)[number]

const pageOf = ({ coupons, nextCursor }: Answer): ListPage<Coupon, Cursor> => ({ items: coupons, nextCursor })

const toClaim = () => void Taro.navigateTo({ url: '/features/claimCoupons/index' })

/** A member's coupons by shelf: what can be used, what was, and what no longer can. */
export default function CouponsPage() {
  const { coupons: text } = useText()
  const [shelf, setShelf] = useState<Shelf>('usable')
  return (
    <Page id="coupons-page" title={text.title}>
      <View className="card rows">
        <LinkRow id="to-claim" label={text.claim} value={text.claimHint} onTap={toClaim} />
      </View>
      <View className="coupons__shelves">
        <Chips
          id="shelf"
          chips={SHELVES.map((each) => ({
            key: each,
            name: text.shelves[each],
            isOn: each === shelf,
            choose: () => setShelf(each),
          }))}
        />
      </View>
      <ShelfView key={shelf} shelf={shelf} />
    </Page>
  )
}

function ShelfView({ shelf }: { readonly shelf: Shelf }) {
  const query = useQuery('shopper', 'coupons.list', { shelf })
  const load = async (cursor: Cursor) => pageOf(await call('shopper', 'coupons.list', { shelf, cursor }))
  const list = useOlder(query.value && pageOf(query.value), load)
  useReachBottom(list.loadMore)
  return (
    <QueryView query={query} skeleton={[112, 112, 112]}>
      {({ today }) =>
        list.items.length === 0 ? <Empty shelf={shelf} /> : <Tickets list={list} today={today} />
      }
    </QueryView>
  )
}

function Tickets({ list, today }: { readonly list: LongList<Coupon>; readonly today: string }) {
  const { coupons: text } = useText()
  return (
    <View id="coupons-list">
      {list.items.map((coupon) => (
        <CouponTicket key={coupon.id} coupon={coupon} today={today} />
      ))}
      <ListFoot id="coupons-more" list={list} end={text.end} />
    </View>
  )
}

function Empty({ shelf }: { readonly shelf: Shelf }) {
  const { coupons: text } = useText()
  return (
    <PictureState
      id="coupons-empty"
      picture="card"
      title={text.empty[shelf]}
      text={text.emptyHint[shelf]}
      action={shelf === 'usable' ? { id: 'empty-to-claim', label: text.claim, run: toClaim } : undefined}
    />
  )
}

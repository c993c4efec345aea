import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { useIsManager } from '../useIsManager'
import { GiveCouponSheet } from './giveCouponSheet'
import { VoidCouponSheet } from './voidCouponSheet'
import './memberCoupons.scss'

type Answer = OutputOf<'coupons.ofMember'>
export type Coupon = Answer['coupons'][number]
type Cursor = NonNullable<Answer['nextCursor']>

const pageOf = ({ coupons, nextCursor }: Answer): ListPage<Coupon, Cursor> => ({ items: coupons, nextCursor })

/** The coupons of a member, whatever became of them; managers give one, or make one void. */
export function MemberCoupons({ member }: { readonly member: string }) {
  const text = useText()
  const words = text.coupons.shop.member
  const isManager = useIsManager()
  // Other people's coupons are not kept on the phone.
  const query = useQuery('merchant', 'coupons.ofMember', { member }, { kept: false })
  const load = async (cursor: Cursor) =>
    pageOf(await call('merchant', 'coupons.ofMember', { member, cursor }))
  const list = useOlder(query.value && pageOf(query.value), load)
  const [giving, setGiving] = useState(false)
  const [voiding, setVoiding] = useState<Coupon>()
  const done = (said: string) => async () => {
    setGiving(false)
    setVoiding(undefined)
    void Taro.showToast({ title: said, icon: 'none' })
    await query.refresh()
  }
  return (
    <View id="member-coupons" className="card member-coupons">
      <View className="card-head">
        <Text className="card-title">{words.title}</Text>
        {isManager && (
          <LinkText id="give-coupon" label={words.give} way="none" onTap={() => setGiving(true)} />
        )}
      </View>
      {query.failure && <FailureNote failure={query.failure} />}
      {query.value && list.items.length === 0 && <Text className="soft">{words.none}</Text>}
      {list.items.map((coupon) => (
        <CouponRow
          key={coupon.id}
          coupon={coupon}
          onVoid={isManager ? () => setVoiding(coupon) : undefined}
        />
      ))}
      {list.hasMore && (
        <LinkText id="more-coupons" label={text.common.more} way="down" onTap={list.loadMore} />
      )}
      {giving && (
        <GiveCouponSheet member={member} onGiven={done(words.given)} onClose={() => setGiving(false)} />
      )}
      {voiding && (
        <VoidCouponSheet
          member={member}
          coupon={voiding}
          onDone={done(words.revoked)}
          onClose={() => setVoiding(undefined)}
        />
      )}
    </View>
  )
}

interface CouponRowProps {
  readonly coupon: Coupon
  /** Absent where whoever looks may not. */
  readonly onVoid: (() => void) | undefined
}

function CouponRow({ coupon, onVoid }: CouponRowProps) {
  const text = useText().coupons
  const say = useWords()
  const locale = useLocale()
  const { name, worth, standing, validUntil, from, voidedBecause } = coupon
  const canBeVoided = standing === 'usable' || standing === 'upcoming'
  return (
    <View className="member-coupons__row figure">
      <View className="member-coupons__said">
        <Text>{`${say(name)} ${say(worth)}`}</Text>
        <Text className="soft">{say(from)}</Text>
        <Text className="soft">
          {voidedBecause === null
            ? text.validUntil(formatDay(validUntil, locale))
            : text.voided(voidedBecause)}
        </Text>
      </View>
      <View className="member-coupons__side">
        <Text className="soft">{text.shop.member.standing[standing]}</Text>
        {onVoid && canBeVoided && (
          <LinkText id="void-coupon" label={text.shop.member.revoke} way="none" onTap={onVoid} />
        )}
      </View>
    </View>
  )
}

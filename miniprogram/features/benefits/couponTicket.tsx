import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { daysBetween } from '@shared/kernel/day'
import { beginning, formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import './couponTicket.scss'

type CouponGroup = OutputOf<'benefits.list'>['usable'][number]

interface CouponTicketProps {
  readonly coupons: CouponGroup
  readonly today: string
}

/** Within so many days of its end a coupon says how many are left. */
const SOON_DAYS = 7

/** Coupons to be used: what one is worth, how many there are, what they ask for and how long they are good. */
export function CouponTicket({ coupons, today }: CouponTicketProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { kind, worth, name, count, terms, validUntil, grantedOn } = coupons
  const { ownBenefits } = text
  const daysLeft = daysBetween(today, validUntil)
  const ending = daysLeft === 0 ? ownBenefits.endsToday : ownBenefits.daysLeft(daysLeft)
  return (
    <View className="card coupon">
      <View className="coupon__worth">
        <Text className="coupon__amount figure">{words(worth)}</Text>
        {kind !== 'freeShipping' && <Text className="coupon__kind">{ownBenefits.kinds[kind]}</Text>}
      </View>
      <View className="coupon__said">
        <View className="coupon__head">
          <Text className="coupon__name">{words(name)}</Text>
          {count > 1 && <Text className="coupon__count figure">× {formatCount(count)}</Text>}
        </View>
        {terms.map((term) => (
          <Text key={term.en} className="soft figure">
            {beginning(words(term))}
          </Text>
        ))}
        <View className="coupon__days figure">
          <Text>{ownBenefits.validUntil(formatDay(validUntil, locale))}</Text>
          {daysLeft < SOON_DAYS && <Text className="coupon__soon">{ending}</Text>}
        </View>
        <Text className="soft figure">{ownBenefits.grantedOn(formatDay(grantedOn, locale))}</Text>
      </View>
    </View>
  )
}

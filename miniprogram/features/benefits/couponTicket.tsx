import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { daysBetween } from '@shared/kernel/day'
import { beginning, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Ticket } from '@/ui/ticket'

type CouponGroup = OutputOf<'benefits.list'>['usable'][number]

interface CouponTicketProps {
  readonly coupons: CouponGroup
  readonly today: string
}

/** Within so many days of its end a coupon says how many are left. */
const SOON_DAYS = 7

/** Coupons to be used: what one is worth, how many there are, what they ask for and how long they are good. */
export function CouponTicket({ coupons, today }: CouponTicketProps) {
  const { ownBenefits } = useText()
  const words = useWords()
  const locale = useLocale()
  const { kind, worth, name, count, terms, validUntil, grantedOn } = coupons
  const daysLeft = daysBetween(today, validUntil)
  const ending = daysLeft === 0 ? ownBenefits.endsToday : ownBenefits.daysLeft(daysLeft)
  return (
    <Ticket
      worth={words(worth)}
      kind={kind === 'freeShipping' ? undefined : ownBenefits.kinds[kind]}
      name={words(name)}
      count={count}
    >
      {terms.map((term) => (
        <Text key={term.en} className="soft figure">
          {beginning(words(term))}
        </Text>
      ))}
      <View className="ticket__days figure">
        <Text>{ownBenefits.validUntil(formatDay(validUntil, locale))}</Text>
        {daysLeft < SOON_DAYS && <Text className="ticket__soon">{ending}</Text>}
      </View>
      <Text className="soft figure">{ownBenefits.grantedOn(formatDay(grantedOn, locale))}</Text>
    </Ticket>
  )
}

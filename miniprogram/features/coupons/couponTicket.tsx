import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { daysBetween } from '@shared/kernel/day'
import { beginning, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { Ticket } from '@/ui/ticket'
import { TicketRules } from '@/ui/ticketRules'

export type Coupon = OutputOf<'coupons.list'>['coupons'][number]

interface CouponTicketProps {
  readonly coupon: Coupon
  readonly today: string
}

/** A coupon of the member's; its rules and where it came from open with a tap. */
export function CouponTicket({ coupon, today }: CouponTicketProps) {
  const { coupons: text } = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { id, kind, name, worth, standing, uses, usesLeft, terms, from } = coupon
  const isPast = standing === 'used' || standing === 'expired' || standing === 'voided'
  return (
    <Ticket worth={words(worth)} kind={text.kinds[kind]} name={words(name)} isPast={isPast}>
      <View className="ticket__days figure">
        <When coupon={coupon} today={today} />
      </View>
      {uses > 1 && !isPast && <Text className="soft figure">{text.usesLeft(usesLeft, uses)}</Text>}
      {open ? (
        <TicketRules rules={[...terms, from].map((each) => beginning(words(each)))} />
      ) : (
        <LinkText id={`rules-${idFor(id)}`} label={text.rules} way="down" onTap={() => setOpen(true)} />
      )}
    </Ticket>
  )
}

/** An id of the page made of a coupon's, whose colons no selector takes. */
const idFor = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-')

/** Within so many days of its end a coupon says how many are left. */
const SOON_DAYS = 7

function When({ coupon, today }: CouponTicketProps) {
  const { coupons: text } = useText()
  const locale = useLocale()
  const { standing, validFrom, validUntil, usedOn, voidedBecause } = coupon
  const until = formatDay(validUntil, locale)
  switch (standing) {
    case 'used':
      return <Text>{text.used(formatDay(usedOn ?? validUntil, locale))}</Text>
    case 'expired':
      return <Text>{text.expired(until)}</Text>
    case 'voided':
      return <Text>{text.voided(voidedBecause ?? '')}</Text>
    case 'upcoming':
      return (
        <>
          <Text className="ticket__soon">{text.validFrom(formatDay(validFrom, locale))}</Text>
          <Text>{text.validUntil(until)}</Text>
        </>
      )
    case 'inOrder':
      return <Text className="ticket__soon">{text.inOrder}</Text>
    case 'usable': {
      const left = daysBetween(today, validUntil)
      return (
        <>
          <Text>{text.validUntil(until)}</Text>
          {left < SOON_DAYS && (
            <Text className="ticket__soon">{left === 0 ? text.endsToday : text.daysLeft(left)}</Text>
          )}
        </>
      )
    }
  }
}

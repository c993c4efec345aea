import { Text, View } from '@tarojs/components'
import { beginning, formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { BottomSheet } from '@/ui/bottomSheet'
import { FailureNote } from '@/ui/failureNote'
import { Tap } from '@/ui/tap'
import { Ticket } from '@/ui/ticket'
import { withCoupon, type CouponChoice, type Quoted } from './choices'
import type { QuoteInHand } from './useQuote'
import './couponSheet.scss'

interface CouponSheetProps {
  readonly open: boolean
  readonly quote: QuoteInHand
  readonly quoted: Quoted
  readonly onClose: () => void
}

/** The member's coupons beside this order: what each takes off, or why it cannot be used. A tap takes it or puts it back. */
export function CouponSheet({ open, quote, quoted, onClose }: CouponSheetProps) {
  const text = useText().checkout.coupons
  const { choices, choose, failure } = quote
  return (
    <BottomSheet id="coupon-sheet" open={open} title={text.title} onClose={onClose}>
      {quoted.coupons.length === 0 && <View className="soft">{text.none}</View>}
      {failure && <FailureNote failure={failure} />}
      {quoted.coupons.map((each, at) => (
        <CouponRow
          key={each.coupon.id}
          id={`pick-coupon-${at}`}
          choice={each}
          isChosen={choices.coupons.includes(each.coupon.id)}
          onTap={() => choose(withCoupon(choices, each.coupon.id))}
        />
      ))}
    </BottomSheet>
  )
}

interface CouponRowProps {
  readonly id: string
  readonly choice: CouponChoice
  readonly isChosen: boolean
  readonly onTap: () => void
}

function CouponRow({ id, choice, isChosen, onTap }: CouponRowProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { coupon, offFen, whyNot } = choice
  const ticket = (
    <Ticket
      worth={words(coupon.worth)}
      kind={text.coupons.kinds[coupon.kind]}
      name={words(coupon.name)}
      isPast={whyNot !== null}
    >
      {whyNot === null ? (
        <View className="coupon-row__line figure">
          <Text>{offFen === null ? '' : text.checkout.coupons.takesOff(formatMoney(offFen))}</Text>
          <View className={`coupon-row__mark ${isChosen ? 'coupon-row__mark--on' : ''}`} />
        </View>
      ) : (
        <Text className="coupon-row__why figure">{beginning(words(whyNot))}</Text>
      )}
      <Text className="soft figure">{text.coupons.validUntil(formatDay(coupon.validUntil, locale))}</Text>
    </Ticket>
  )
  // One that was chosen can always be put back.
  if (whyNot !== null && !isChosen) return <View id={id}>{ticket}</View>
  return (
    <Tap id={id} onTap={onTap}>
      {ticket}
    </Tap>
  )
}

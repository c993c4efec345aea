import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { BalanceSheet } from './balanceSheet'
import type { Quoted } from './choices'
import { CouponSheet } from './couponSheet'
import { PointsSheet } from './pointsSheet'
import type { QuoteInHand } from './useQuote'

type Mean = 'coupons' | 'points' | 'balance'

interface MeansProps {
  readonly quote: QuoteInHand
  readonly quoted: Quoted
}

/** What can be used beside WeChat Pay, what of it is chosen, and the sheets to choose in. */
export function Means({ quote, quoted }: MeansProps) {
  const text = useText().checkout.means
  const [open, setOpen] = useState<Mean>()
  const said = useSaid(quoted)
  const close = () => setOpen(undefined)
  const row = (mean: Mean) => (
    <LinkRow id={`choose-${mean}`} label={text[mean]} value={said[mean]} onTap={() => setOpen(mean)} />
  )
  return (
    <>
      <View className="card rows">
        {row('coupons')}
        {row('points')}
        {row('balance')}
      </View>
      <CouponSheet open={open === 'coupons'} quote={quote} quoted={quoted} onClose={close} />
      {open === 'points' && <PointsSheet quote={quote} quoted={quoted} onClose={close} />}
      {open === 'balance' && <BalanceSheet quote={quote} quoted={quoted} onClose={close} />}
    </>
  )
}

function useSaid({ coupons, points, balance, quote }: Quoted): Record<Mean, string> {
  const all = useText()
  const text = all.checkout.means
  const chosen = coupons.filter(({ isChosen }) => isChosen).length
  const usable = coupons.filter(({ whyNot }) => whyNot === null).length
  const spentFen = quote.paid.principal + quote.paid.bonus
  const freeFen = balance.principalFen + balance.bonusFen
  return {
    coupons: chosen > 0 ? text.chosen(chosen) : usable > 0 ? text.usable(usable) : text.noCoupons,
    points:
      quote.pointsUsed > 0
        ? text.using(all.units.pointsOf(quote.pointsUsed))
        : text.have(all.units.pointsOf(points.have)),
    balance: spentFen > 0 ? text.using(formatMoney(spentFen)) : text.have(formatMoney(freeFen)),
  }
}

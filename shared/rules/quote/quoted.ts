import { allocate } from '@shared/kernel/allocate'
import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import type { Cart, CartLine } from './cart'
import type { Deduction, Step } from './deduction'
import { totalPaid, type Paid } from './paid'
import type { NotUsed } from './priceStep'

/** A line of a cart as it is quoted, in fen for all of its goods. */
export interface QuotedLine extends CartLine {
  readonly listFen: Fen
  /** What member price and automatic discounts took off. */
  readonly priceOffFen: Fen
  readonly couponsOffFen: Fen
  readonly pointsOffFen: Fen
  /** Of the points used, how many are this line's. */
  readonly points: number
  /** What is paid for it in the end, by stored value and WeChat Pay alike: what it earns on. */
  readonly paidFen: Fen
  readonly paid: Paid
}

export interface QuotedFreight {
  readonly listFen: Fen
  readonly offFen: Fen
  readonly paidFen: Fen
  readonly paid: Paid
}

/** A coupon of an order; it comes back with a full refund up to its last day. */
export interface UsedCoupon {
  readonly id: string
  readonly name: Words
  readonly validUntil: Day
}

/** An order as it would be made on a day: what everything takes off and who pays what, line by line. */
export interface Quote {
  readonly day: Day
  readonly lines: readonly QuotedLine[]
  readonly freight: QuotedFreight
  /** All that took something off, in the order of the steps. */
  readonly deductions: readonly Deduction[]
  readonly notUsed: readonly NotUsed[]
  readonly coupons: readonly UsedCoupon[]
  readonly points: { readonly used: number; readonly most: number }
  readonly payableFen: Fen
  readonly paid: Paid
  /** Nothing is left for WeChat Pay. */
  readonly isPaidAtOnce: boolean
}

interface Decided extends Pick<Quote, 'day' | 'deductions' | 'notUsed' | 'coupons' | 'points' | 'paid'> {
  /** Of each line, and of the freight last. */
  readonly parts: readonly Paid[]
}

/** Writes down what the steps decided. */
export function quoted({ lines, freightFen }: Cart, decided: Decided): Quote {
  const { day, deductions, notUsed, coupons, points, parts, paid } = decided
  const off = (step: Step): readonly Fen[] => {
    const ofStep = deductions.filter((each) => each.step === step)
    return lines.map((_, i) => sumOf(ofStep, ({ linesFen }) => linesFen[i] ?? 0))
  }
  const [priceOff, couponsOff, pointsOff] = [off('price'), off('coupons'), off('points')]
  const pointsOfLines = allocate(points.used, pointsOff)
  const ofFreight = parts.at(-1) as Paid
  return {
    day,
    lines: lines.map((line, i) => ({
      ...line,
      listFen: line.quantity * line.unitListFen,
      priceOffFen: priceOff[i] ?? 0,
      couponsOffFen: couponsOff[i] ?? 0,
      pointsOffFen: pointsOff[i] ?? 0,
      points: pointsOfLines[i] ?? 0,
      paidFen: totalPaid(parts[i] as Paid),
      paid: parts[i] as Paid,
    })),
    freight: {
      listFen: freightFen,
      offFen: sumOf(deductions, (each) => each.freightFen),
      paidFen: totalPaid(ofFreight),
      paid: ofFreight,
    },
    deductions,
    notUsed,
    coupons,
    points: { used: points.used, most: points.most },
    payableFen: totalPaid(paid),
    paid,
    isPaidAtOnce: paid.wechat === 0,
  }
}

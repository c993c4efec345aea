import { allocate } from '@shared/kernel/allocate'
import { shareOf, type Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { discountWords } from '@shared/kernel/rateWords'
import { sumOf } from '@shared/kernel/sumOf'
import type { TakesOff } from '../coupons/terms'
import { covers } from '../earning/multipliers'
import type { CartLine } from './cart'
import { belowRequirement, type CouponRefusal } from './couponCheck'
import { amountOf, less, type Deduction } from './deduction'
import { exchanged, piecesFen } from './exchanged'
import type { HeldCoupon } from './heldCoupon'

/** The order in which several coupons are taken: a rate before an amount is the cheaper way for the member. */
const ORDER: readonly TakesOff['kind'][] = ['exchange', 'percentOff', 'cashOff', 'freeShipping']

/** An order on its way through its coupons. */
interface Goods {
  readonly lines: readonly CartLine[]
  /** What each line costs after step 1. */
  readonly pricedFen: readonly Fen[]
  readonly freightFen: Fen
  readonly deductions: readonly Deduction[]
  /** How many of each line cost nothing by now. */
  readonly free: readonly number[]
}

/** Steps 2 and 4: what coupons take off the lines in their scope, and off the freight. One that would take nothing is refused. */
export function couponStep(
  lines: readonly CartLine[],
  pricedFen: readonly Fen[],
  freightFen: Fen,
  coupons: readonly HeldCoupon[],
): Result<readonly Deduction[], CouponRefusal> {
  let goods: Goods = { lines, pricedFen, freightFen, deductions: [], free: lines.map(() => 0) }
  for (const coupon of [...coupons].sort(byKindAndId)) {
    const below = belowRequirement(coupon, lines, pricedFen)
    if (below) return refuse(below)
    const { deduction, free } = takeOff(coupon, goods)
    if (amountOf(deduction) <= 0) return refuse({ code: 'COUPON_TAKES_NOTHING', couponId: coupon.id })
    goods = { ...goods, deductions: [...goods.deductions, deduction], free }
  }
  return ok(goods.deductions)
}

interface Taken {
  readonly deduction: Deduction
  readonly free: readonly number[]
}

function takeOff({ id, name, takesOff, goods: scope }: HeldCoupon, goods: Goods): Taken {
  const { lines, pricedFen, deductions, free } = goods
  const inScope = lines.map((line) => covers(scope, line))
  const leftFen = less(pricedFen, deductions).map((fen, i) => (inScope[i] ? fen : 0))
  const sumFen = sumOf(leftFen, (fen) => fen)
  const about = { step: 'coupons', of: 'coupon', id, name, worth: null, freightFen: 0 } as const
  switch (takesOff.kind) {
    case 'cashOff': {
      const linesFen = allocate(Math.min(takesOff.amountFen, sumFen), leftFen)
      return { deduction: { ...about, linesFen }, free }
    }
    case 'percentOff': {
      const offFen = sumFen - shareOf(sumFen, takesOff.rateBp)
      const linesFen = allocate(Math.min(offFen, takesOff.capFen ?? offFen), leftFen)
      return { deduction: { ...about, worth: discountWords(takesOff.rateBp), linesFen }, free }
    }
    case 'freeShipping': {
      const freightFen = goods.freightFen - sumOf(deductions, (each) => each.freightFen)
      return { deduction: { ...about, step: 'freight', linesFen: lines.map(() => 0), freightFen }, free }
    }
    case 'exchange': {
      const { linesFen, more } = exchange(goods, inScope, takesOff.quantity)
      return { deduction: { ...about, linesFen }, free: free.map((count, i) => count + (more[i] ?? 0)) }
    }
  }
}

function exchange({ lines, pricedFen, free }: Goods, inScope: readonly boolean[], quantity: number) {
  const pieces = lines.map((line, i) => ({
    quantity: line.quantity,
    pricedFen: pricedFen[i] ?? 0,
    free: free[i] ?? 0,
    inScope: inScope[i] ?? false,
  }))
  const more = exchanged(pieces, quantity)
  return { more, linesFen: pieces.map((each, i) => piecesFen(each, more[i] ?? 0)) }
}

function byKindAndId(a: HeldCoupon, b: HeldCoupon): number {
  const byKind = ORDER.indexOf(a.takesOff.kind) - ORDER.indexOf(b.takesOff.kind)
  return byKind || (a.id < b.id ? -1 : Number(a.id > b.id))
}

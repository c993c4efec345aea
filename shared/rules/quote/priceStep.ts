import { allocate } from '@shared/kernel/allocate'
import { shareOf, type Fen } from '@shared/kernel/fen'
import { discountWords } from '@shared/kernel/rateWords'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import type { Stacking } from '../benefits/benefit'
import { covers } from '../earning/multipliers'
import type { Automatic } from './automatic'
import { bestPrice } from './bestPrice'
import type { CartLine } from './cart'
import { less, type Deduction } from './deduction'
import type { HeldCoupon } from './heldCoupon'
import { missingFor, type Missing } from './missing'

/** A discount that is there but took nothing off, and why. */
export interface NotUsed {
  readonly id: string
  readonly name: Words
  readonly why: { readonly of: 'notTheBest' } | { readonly of: 'coupon' } | Missing
}

/** The member price of the lines that have one below the list price. */
interface MemberPrice {
  readonly kind: 'memberPrice'
  readonly stacking: Stacking
}

type Candidate = MemberPrice | Automatic

const MEMBER_PRICE: Words = { zh: '会员价', en: 'Member price' }

/**
 * Step 1: each line at its member price or the best automatic discount, several only where both sides allow it. What
 * does not go together with a coupon that was chosen gives way to it, on the lines that the coupon is for.
 */
export function priceStep(
  lines: readonly CartLine[],
  automatic: readonly Automatic[],
  memberPrice: Stacking,
  coupons: readonly HeldCoupon[],
): { readonly deductions: readonly Deduction[]; readonly notUsed: readonly NotUsed[] } {
  const enough = automatic.filter((each) => missing(each, lines) === null)
  const candidates: readonly Candidate[] = [{ kind: 'memberPrice', stacking: memberPrice }, ...enough]
  const used = lines.map((line) =>
    bestPrice(
      line,
      candidates.filter((each) => isAbout(each, line) && givesWayTo(each, line, coupons) === null),
    ),
  )
  return {
    deductions: takeOff(lines, automatic, used),
    notUsed: automatic
      .filter((each) => !used.some((way) => way.includes(each)))
      .flatMap((each) => notUsed(each, lines, coupons)),
  }
}

function isAbout(candidate: Candidate, line: CartLine): boolean {
  if (candidate.kind !== 'memberPrice') return covers(candidate.goods, line)
  return line.unitMemberFen !== null && line.unitMemberFen < line.unitListFen
}

function givesWayTo(
  { stacking }: Candidate,
  line: CartLine,
  coupons: readonly HeldCoupon[],
): HeldCoupon | null {
  const refuses = (coupon: HeldCoupon) => !(stacking.withCodes && coupon.stacking.withAutomatic)
  return coupons.find((coupon) => covers(coupon.goods, line) && refuses(coupon)) ?? null
}

function takeOff(
  lines: readonly CartLine[],
  automatic: readonly Automatic[],
  used: readonly (readonly Candidate[])[],
): readonly Deduction[] {
  const listFen = lines.map(({ quantity, unitListFen }) => quantity * unitListFen)
  const memberFen = lines.map(({ quantity, unitListFen, unitMemberFen }, i) => {
    const isUsed = used[i]?.some(({ kind }) => kind === 'memberPrice')
    return isUsed ? quantity * (unitListFen - (unitMemberFen ?? unitListFen)) : 0
  })
  const atMemberPrice: Deduction = {
    step: 'price',
    of: 'memberPrice',
    id: 'memberPrice',
    name: MEMBER_PRICE,
    worth: null,
    linesFen: memberFen,
    freightFen: 0,
  }
  const deductions = memberFen.some((fen) => fen > 0) ? [atMemberPrice] : []
  for (const each of automatic) {
    if (!used.some((way) => way.includes(each))) continue
    const left = less(listFen, deductions).map((fen, i) => (used[i]?.includes(each) ? fen : 0))
    deductions.push(deductionOf(each, left))
  }
  return deductions
}

/** A rate is rounded once, on the sum of the lines that it holds for, and what it takes off is shared over them. */
function deductionOf({ kind, id, name, rateBp }: Automatic, leftFen: readonly Fen[]): Deduction {
  const sumFen = sumOf(leftFen, (fen) => fen)
  const linesFen = allocate(sumFen - shareOf(sumFen, rateBp), leftFen)
  return { step: 'price', of: kind, id, name, worth: discountWords(rateBp), linesFen, freightFen: 0 }
}

function notUsed(each: Automatic, lines: readonly CartLine[], coupons: readonly HeldCoupon[]): NotUsed[] {
  const about = lines.filter((line) => isAbout(each, line))
  if (about.length === 0) return []
  const { id, name } = each
  const short = missing(each, lines)
  if (short) return [{ id, name, why: short }]
  const isRefused = about.every((line) => givesWayTo(each, line, coupons) !== null)
  return [{ id, name, why: { of: isRefused ? 'coupon' : 'notTheBest' } }]
}

/** Judged by list prices, so that no discount depends on another. */
function missing({ requirement, goods }: Automatic, lines: readonly CartLine[]): Missing | null {
  const about = lines.filter((line) => covers(goods, line))
  return missingFor(
    requirement,
    about.map(({ quantity, unitListFen }) => ({ quantity, amountFen: quantity * unitListFen })),
  )
}

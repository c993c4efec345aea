import { BP_ONE } from '@shared/kernel/rate'
import type { Stacking } from '../benefits/benefit'
import type { Automatic } from './automatic'
import type { CartLine } from './cart'

/** What can make a line cheaper by itself: its member price, or a rate. */
export type Cheaper =
  | { readonly kind: 'memberPrice'; readonly stacking: Stacking }
  | Pick<Automatic, 'kind' | 'rateBp' | 'stacking'>

/**
 * The best of what can make a line cheaper: one of them alone, or all that go together with automatic discounts. Before
 * rounding; of equal ones the earlier, and one alone before several. None where nothing is cheaper than the list price.
 */
export function bestPrice<C extends Cheaper>(
  line: Pick<CartLine, 'unitListFen' | 'unitMemberFen'>,
  cheaper: readonly C[],
): readonly C[] {
  const together = cheaper.filter(({ stacking }) => stacking.withAutomatic)
  const ways = [[], ...cheaper.map((each) => [each]), together]
  const priced = ways.map((way) => ({ way, price: priceOf(line, way, cheaper.length) }))
  return priced.reduce((best, next) => (next.price < best.price ? next : best)).way
}

/** The price of one, exactly: every way in the same tiny unit, so that they compare without rounding. */
function priceOf(
  { unitListFen, unitMemberFen }: Pick<CartLine, 'unitListFen' | 'unitMemberFen'>,
  way: readonly Cheaper[],
  digits: number,
): bigint {
  const isMember = way.some(({ kind }) => kind === 'memberPrice')
  const rates = way.flatMap((each) => ('rateBp' in each ? [each.rateBp] : []))
  const ones = Array.from({ length: digits - rates.length }, () => BP_ONE)
  const unitFen = isMember ? (unitMemberFen ?? unitListFen) : unitListFen
  return [...rates, ...ones].reduce((price, rateBp) => price * BigInt(rateBp), BigInt(unitFen))
}

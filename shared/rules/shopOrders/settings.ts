import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Stacking } from '../benefits/benefit'
import type { DiscountRule } from '../quote/automatic'
import type { CartLine } from '../quote/cart'

/** What the shop's own pages sell by, beside products and prices. */
export interface ShopSettings {
  readonly version: number
  /** What bringing an order costs. */
  readonly freightFen: Fen
  /** Goods of this much at list price come for nothing; null where freight is always paid. */
  readonly freeFromFen: Fen | null
  /** What member prices go together with. */
  readonly memberPrice: Stacking
  /** Member days and campaigns that take something off without being asked for. */
  readonly discounts: readonly DiscountRule[]
}

export const DEFAULT_SHOP: ShopSettings = {
  version: 0,
  freightFen: 0,
  freeFromFen: null,
  memberPrice: { withAutomatic: false, withCodes: true },
  discounts: [],
}

/**
 * What bringing goods costs before coupons. Judged by list prices, so that neither a discount nor a coupon that is
 * used takes free freight away.
 */
export function freightOf(lines: readonly CartLine[], settings: ShopSettings): Fen {
  return missingForFreeFreightFen(lines, settings) === 0 ? 0 : settings.freightFen
}

/** How much more of goods brings free freight: 0 for those that have it, null where nothing brings it. */
export function missingForFreeFreightFen(
  lines: readonly CartLine[],
  { freightFen, freeFromFen }: ShopSettings,
): Fen | null {
  if (freightFen === 0) return 0
  if (freeFromFen === null) return null
  const listFen = sumOf(lines, ({ quantity, unitListFen }) => quantity * unitListFen)
  return Math.max(0, freeFromFen - listFen)
}

import type { Account } from '@shared/rules/account/account'
import type { CounterSale } from '@shared/rules/counter/counterSale'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from './commandOnAccount'
import { transactOnAccount } from './transactOnAccount'

type Documents = { readonly sale: CounterSale; readonly order: OrderDocument } & {
  readonly [coupon: `coupon ${string}`]: Coupon
}

/** What was read; what is not there is null. */
export interface FoundAtCounter {
  readonly sale: CounterSale | null
  readonly order: OrderDocument | null
  readonly coupons: readonly Coupon[]
}

/** What a command leaves behind; what it does not name stays as it is. */
export interface CounterJoint<T> {
  readonly next?: Account
  readonly sale?: CounterSale
  readonly order?: OrderDocument | null
  readonly coupons?: readonly Coupon[]
  readonly answer: T
}

/**
 * Runs a command on a purchase at the counter, its member's account, the order that it becomes and its coupons, in one
 * transaction of four round trips. `decide` must find out from what it is shown when it is done already.
 */
export function transactOnCounter<T>(
  moment: Moment,
  memberId: string,
  { saleId, coupons }: { readonly saleId: string; readonly coupons: readonly string[] },
  settings: Settings,
  decide: (account: Account | null, found: FoundAtCounter) => CounterJoint<T>,
): Promise<T> {
  const places = {
    sale: { collection: 'counterSales', id: saleId },
    order: { collection: 'orders', id: saleId },
    ...Object.fromEntries(coupons.map((id) => [placeOf(id), { collection: 'coupons', id }])),
  } as Parameters<typeof transactOnAccount<Documents, T>>[2]
  return transactOnAccount<Documents, T>(moment, memberId, places, settings, (account, documents) => {
    const found = coupons.flatMap((id) => documents[placeOf(id)] ?? [])
    const { sale, order } = documents
    const done = decide(account, { sale: sale ?? null, order: order ?? null, coupons: found })
    return {
      ...(done.next && done.next !== account ? { next: done.next } : {}),
      documents: {
        ...(done.sale ? { sale: done.sale } : {}),
        ...(done.order ? { order: done.order } : {}),
        ...Object.fromEntries((done.coupons ?? []).map((coupon) => [placeOf(coupon._id), coupon])),
      },
      answer: done.answer,
    }
  })
}

const placeOf = (couponId: string) => `coupon ${couponId}` as const

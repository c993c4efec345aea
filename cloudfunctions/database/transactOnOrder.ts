import type { Account } from '@shared/rules/account/account'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OutboxItem } from '@shared/rules/messages/outbox'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Payment } from '@shared/rules/payments/payment'
import type { Refund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { CollectionName } from './collections'
import type { Moment } from './commandOnAccount'
import type { ReservationDocument } from './reservations'
import { transactOnAccount, type Joint } from './transactOnAccount'

/** What stands beside an order. */
interface Beside {
  readonly order: ShopOrder
  readonly payment: Payment<'shopOrder'>
  /** The sale that it is once it is paid. */
  readonly sale: OrderDocument
  readonly reservation: ReservationDocument
  readonly refund: Refund<'shopOrder'>
  /** What WeChat is told of its parcel. */
  readonly parcel: OutboxItem<'shipping'>
}

type Name = keyof Beside
type Documents = { [N in Name]: Beside[N] } & { [coupon: `coupon ${string}`]: Coupon }

const COLLECTIONS: Readonly<Record<Name, CollectionName>> = {
  order: 'shopOrders',
  payment: 'payments',
  sale: 'orders',
  reservation: 'reservations',
  refund: 'refunds',
  parcel: 'outbox',
}

/** Which documents a command needs: those that stand `with` the order have its id, the others their own. */
export interface OrderPlaces {
  readonly orderId: string
  readonly with: readonly Exclude<Name, 'order' | 'refund' | 'parcel'>[]
  readonly refund?: string
  readonly parcel?: string
  readonly coupons?: readonly string[]
}

type FoundBeside = { readonly [N in Name]: Beside[N] | null }

/** What was read; what was not asked for, or is not there, is null. */
export interface FoundOrder extends FoundBeside {
  readonly coupons: readonly Coupon[]
}

/** What a command leaves behind: the account only where it is another one. */
export interface OrderJoint<T> extends Partial<Beside> {
  readonly next?: Account
  readonly coupons?: readonly Coupon[]
  readonly answer: T
}

/**
 * Runs a command on an order, its member's account, its coupons and what else stands beside it, in one transaction of
 * four round trips. `decide` must find out from what it is shown when it is done already.
 */
export function transactOnOrder<T>(
  moment: Moment,
  memberId: string,
  { orderId, with: names, refund, parcel, coupons = [] }: OrderPlaces,
  settings: Settings,
  decide: (account: Account | null, found: FoundOrder) => OrderJoint<T>,
): Promise<T> {
  const places = {
    order: { collection: COLLECTIONS.order, id: orderId },
    ...Object.fromEntries(names.map((name) => [name, { collection: COLLECTIONS[name], id: orderId }])),
    ...(refund === undefined ? {} : { refund: { collection: COLLECTIONS.refund, id: refund } }),
    ...(parcel === undefined ? {} : { parcel: { collection: COLLECTIONS.parcel, id: parcel } }),
    ...Object.fromEntries(coupons.map((id) => [placeOf(id), { collection: 'coupons' as const, id }])),
  }
  return transactOnAccount<Documents, T>(
    moment,
    memberId,
    places as Parameters<typeof transactOnAccount<Documents, T>>[2],
    settings,
    (account, documents) => {
      const found = coupons.flatMap((id) => documents[placeOf(id)] ?? [])
      return jointOf(
        account,
        decide(account, {
          order: documents.order ?? null,
          payment: documents.payment ?? null,
          sale: documents.sale ?? null,
          reservation: documents.reservation ?? null,
          refund: documents.refund ?? null,
          parcel: documents.parcel ?? null,
          coupons: found,
        }),
      )
    },
  )
}

const placeOf = (couponId: string) => `coupon ${couponId}` as const

function jointOf<T>(
  account: Account | null,
  { next, coupons = [], answer, ...beside }: OrderJoint<T>,
): Joint<Documents, T> {
  return {
    ...(next && next !== account ? { next } : {}),
    documents: {
      ...beside,
      ...Object.fromEntries(coupons.map((coupon) => [placeOf(coupon._id), coupon])),
    },
    answer,
  }
}

import { addDays, monthOf, type Day } from '@shared/kernel/day'
import type { Instant } from '@shared/kernel/businessDay'
import type { Words } from '@shared/kernel/words'
import type { StaffMember } from '../coupons/coupon'
import type { LotChange } from '../points/lots'
import type { Paid } from '../quote/paid'
import type { Part } from '../wallet/wallet'
import type { ItemGives, ItemPrice, MallItem, PhysicalWay } from './item'

/** How what was redeemed comes to the member: `code` is shown at the shop, `atOnce` needs nothing more. */
export type Way = PhysicalWay | 'code' | 'atOnce'

export interface Shipment {
  readonly at: Instant
  readonly day: Day
  readonly carrier: string
  readonly trackingNo: string
}

/** When and by whom it was got or ended. */
export interface Act {
  readonly at: Instant
  readonly day: Day
  readonly by: 'member' | 'system' | StaffMember
}

export interface Ended extends Act {
  /** Why; null where nobody is asked. */
  readonly reason: string | null
}

/**
 * `unpaid` while its money is awaited; its points are taken already. Goods are `shipped` and `received`, or `claimed` at
 * the shop; a coupon is `claimed`, all else `redeemed`. `cancelled` before, `returned` after the member had it.
 */
type Standing =
  | {
      readonly state: 'unpaid'
      readonly paidAt: null
      readonly shipment: null
      readonly got: null
      readonly end: null
    }
  | {
      readonly state: 'paid'
      readonly paidAt: Instant
      readonly shipment: null
      readonly got: null
      readonly end: null
    }
  | {
      readonly state: 'shipped'
      readonly paidAt: Instant
      readonly shipment: Shipment
      readonly got: null
      readonly end: null
    }
  | {
      readonly state: 'received' | 'claimed' | 'redeemed'
      readonly paidAt: Instant
      readonly shipment: Shipment | null
      readonly got: Act
      readonly end: null
    }
  | {
      readonly state: 'cancelled' | 'returned'
      readonly paidAt: Instant | null
      readonly shipment: Shipment | null
      readonly got: Act | null
      readonly end: Ended
    }

export type RedemptionState = Standing['state']

/** What a member redeemed, with the item's terms as its own: no later edit changes them. */
export type Redemption = {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly itemId: string
  readonly itemVersion: number
  readonly name: Words
  readonly gives: ItemGives
  readonly quantity: number
  readonly way: Way
  /** Of all pieces together. */
  readonly price: ItemPrice
  /** The lots that the points came from: negative. */
  readonly taken: readonly LotChange[]
  /** What pays for the money part, and which top-ups the stored value comes out of. */
  readonly paid: Paid
  readonly parts: readonly Part[]
  /** The month in whose limit it counts. */
  readonly month: string
  readonly returnDays: number
  /** What is shown at the shop; null where nothing is. */
  readonly code: string | null
  readonly createdAt: Instant
} & Standing

/** A money part is waited for as long as an order's payment is. */
const PAY_WITHIN_MS = 15 * 60_000

/** Who says nothing has received a parcel so many days after it was shipped. */
const RECEIVED_AFTER_DAYS = 15

interface Redeemed extends Pick<
  Redemption,
  '_id' | 'member' | 'quantity' | 'taken' | 'paid' | 'parts' | 'code'
> {
  /** What the member chose of an item's ways; ignored where there is nothing to choose. */
  readonly chosenWay: PhysicalWay | null
  /** Days by which a benefit of the member's level makes returns later. */
  readonly extraReturnDays: number
  readonly at: Instant
  readonly day: Day
}

/** A redemption as it is when its points are taken. Throws on a way that the item does not have. */
export function newRedemption(item: MallItem, redeemed: Redeemed): Redemption {
  const { chosenWay, extraReturnDays, at, day, ...rest } = redeemed
  const { id, version, name, gives, price, returnDays } = item
  const { quantity } = rest
  return {
    ...rest,
    schemaVersion: 1,
    itemId: id,
    itemVersion: version,
    name,
    gives,
    way: wayOf(gives, chosenWay),
    price: { points: price.points * quantity, fen: price.fen * quantity },
    month: monthOf(day),
    returnDays: returnDays > 0 ? returnDays + extraReturnDays : 0,
    createdAt: at,
    state: 'unpaid',
    paidAt: null,
    shipment: null,
    got: null,
    end: null,
  }
}

function wayOf(gives: ItemGives, chosen: PhysicalWay | null): Way {
  switch (gives.of) {
    case 'physical':
      if (chosen === null || !gives.ways.includes(chosen))
        throw new Error(`${chosen ?? 'no way'} is none of ${gives.ways.join()}`)
      return chosen
    case 'service':
      return 'code'
    case 'coupon':
    case 'walletCredit':
    case 'membershipDays':
      return 'atOnce'
  }
}

/** True for one that has to show a code at the shop. */
export const needsCode = (way: Way): boolean => way === 'pickUp' || way === 'code'

/** From then on a money part is waited for no more. */
export const payUntil = ({ createdAt }: Pick<Redemption, 'createdAt'>): Instant => createdAt + PAY_WITHIN_MS

/** The day from which on a parcel counts as received, whether its member says so or not. */
export const receivedFrom = ({ day }: Shipment): Day => addDays(day, RECEIVED_AFTER_DAYS)

import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** How somebody gets what is no goods of the counter's: brought to them, or fetched at the shop. */
export type PhysicalWay = 'ship' | 'pickUp'

/** What one piece of an item is. */
export type ItemGives =
  | { readonly of: 'physical'; readonly ways: readonly PhysicalWay[] }
  | { readonly of: 'coupon'; readonly templateId: string }
  /** Given on top, so it is bonus, never principal. */
  | { readonly of: 'walletCredit'; readonly bonusFen: Fen }
  | { readonly of: 'membershipDays'; readonly levelId: string; readonly days: number }
  /** Something that the shop does for whoever shows the code. */
  | { readonly of: 'service' }

/** How many pieces one member can have; null for no end. A month is that of the calendar. */
export interface ItemLimits {
  readonly ever: number | null
  readonly perMonth: number | null
}

/** What one piece costs: always points, and money beside them where it says so. */
export interface ItemPrice {
  readonly points: number
  readonly fen: Fen
}

/** What the merchant says of an item of the points mall. */
export interface ItemRules {
  readonly name: Words
  readonly description: Words
  readonly pictures: readonly string[]
  readonly gives: ItemGives
  readonly price: ItemPrice
  /** Whether there are only so many: what is left is in stock. */
  readonly isCounted: boolean
  readonly limits: ItemLimits
  /** The levels whose members can have it; null for every member. */
  readonly levels: readonly string[] | null
  /** Nobody redeems it before, nor from then on; null for no such time. */
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  /** How many hours earlier it opens to members of a level. */
  readonly earlyHours: Readonly<Record<string, number>>
  /** Days after getting it on which goods can be brought back; 0 for none. */
  readonly returnDays: number
  readonly isOn: boolean
}

export interface MallItem extends ItemRules {
  readonly id: string
  readonly version: number
}

/** Most pieces of one redemption. */
export const MOST_PIECES = 20

/** What the stock calls an item. No product of the shop has an empty name, so it is none of theirs. */
export const skuOfItem = (itemId: string): string => `:mall:${itemId}`

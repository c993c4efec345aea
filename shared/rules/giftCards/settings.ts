import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** A face that a card can have. */
export interface CardDesign {
  readonly id: string
  readonly name: Words
  /** As the shop's pictures are: drawn, or an address. */
  readonly picture: string
  readonly isOn: boolean
}

/** What a card of a fixed amount costs and holds, and what the shop puts on top of it. */
export interface CardAmount {
  readonly amountFen: Fen
  readonly bonusFen: Fen
}

export interface GiftCardSettings {
  readonly version: number
  /** Off: none are sold. Those that were sold can be claimed and refunded all the same. */
  readonly isOn: boolean
  readonly designs: readonly CardDesign[]
  readonly amounts: readonly CardAmount[]
  /** Amounts that the buyer chooses, without bonus; null for none. */
  readonly anyAmount: { readonly leastFen: Fen; readonly mostFen: Fen } | null
  /** Whether stored value, which other cards may have brought, can pay for a card: its principal alone. */
  readonly takesBalance: boolean
  /** How many can be bought at once. */
  readonly mostAtOnce: number
}

export const DEFAULT_GIFT_CARDS: GiftCardSettings = {
  version: 0,
  isOn: false,
  designs: [],
  amounts: [],
  anyAmount: null,
  takesBalance: false,
  mostAtOnce: 10,
}

/** More would be more partial refunds of one payment than WeChat Pay makes. */
export const MOST_AT_ONCE = 50

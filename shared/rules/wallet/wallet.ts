import type { Day } from '@shared/kernel/day'
import { sumOf } from '@shared/kernel/sumOf'
import type { AgreedTerms } from './agreed'
import type { Conversion } from './settings'

/** How money comes in, and goes out again. */
export type Channel = 'wechat' | 'counter'

/** Money of the two kinds, in fen: paid in, and given on top. */
export interface Funds {
  readonly principalFen: number
  readonly bonusFen: number
}

/** One top-up: what is left of it. Kept when it is used up, since what was spent may come back. */
export interface TopUpLot extends Funds {
  readonly id: string
  readonly day: Day
  readonly at: number
  /** Null for several top-ups that were made one. */
  readonly paidBy: Channel | null
  /** What was paid in and given when it was made; `principalFen` and `bonusFen` are what is left. */
  readonly paidFen: number
  readonly givenFen: number
}

/** What moves of one lot. */
export interface Part extends Funds {
  readonly lotId: string
}

/** What an order that is being paid has reserved: still in the lots, and nobody else's. */
export interface Hold {
  readonly orderId: string
  readonly at: number
  readonly parts: readonly Part[]
}

/** A top-up that is being paid: it takes up room and limits already. */
export interface WaitingTopUp {
  readonly id: string
  readonly at: number
  readonly terms: AgreedTerms
}

/** How far a member is with the end of a year. */
export interface YearEndState {
  readonly year: number
  readonly toldOn: Day
  /** What the member was told: it is done as it was told, or not at all. */
  readonly rule: Conversion
  readonly isDone: boolean
}

/** A member's stored value. The sums of its lots are the balances `principal` and `bonus` of the account. */
export interface Wallet {
  /** Oldest first. */
  readonly lots: readonly TopUpLot[]
  readonly holds: readonly Hold[]
  readonly waiting: readonly WaitingTopUp[]
  /** Top-ups ever made, refunded or not: of all kinds, and of each plan. */
  readonly topUps: { readonly count: number; readonly byPlan: Readonly<Record<string, number>> }
  readonly yearEnd: YearEndState | null
  /** The version of the settings that the end of the year was last looked at under. */
  readonly settingsVersion: number
}

export const NO_WALLET: Wallet = {
  lots: [],
  holds: [],
  waiting: [],
  topUps: { count: 0, byPlan: {} },
  yearEnd: null,
  settingsVersion: 0,
}

/** The stored value of an account. */
export const walletOf = ({ wallet = NO_WALLET }: { readonly wallet?: Wallet }): Wallet => wallet

export function fundsOf(parts: readonly Funds[]): Funds {
  return {
    principalFen: sumOf(parts, ({ principalFen }) => principalFen),
    bonusFen: sumOf(parts, ({ bonusFen }) => bonusFen),
  }
}

export const totalFenOf = ({ principalFen, bonusFen }: Funds): number => principalFen + bonusFen

/** The lots without what orders in payment hold of them. */
export function freeLots({ lots, holds }: Wallet): readonly TopUpLot[] {
  if (holds.length === 0) return lots
  const parts = holds.flatMap((hold) => hold.parts)
  return lots.map((lot) => {
    const held = fundsOf(parts.filter(({ lotId }) => lotId === lot.id))
    return {
      ...lot,
      principalFen: lot.principalFen - held.principalFen,
      bonusFen: lot.bonusFen - held.bonusFen,
    }
  })
}

/** What can be spent now. */
export const freeFunds = (wallet: Wallet): Funds => fundsOf(freeLots(wallet))

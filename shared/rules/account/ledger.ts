import { monthOf } from '@shared/kernel/day'
import type { Balances } from './account'
import type { Entry, EntryKind } from './entry'

/** What kinds of entries people tell apart. An entry that moved a level is found among `tier` too, whatever its kind. */
export type EntryGroup = 'earned' | 'spent' | 'refunds' | 'expired' | 'adjusted' | 'tier'

const GROUP_OF: Readonly<Record<EntryKind, EntryGroup>> = {
  memberJoined: 'earned',
  checkin: 'earned',
  orderImported: 'earned',
  orderPaid: 'earned',
  orderRefunded: 'refunds',
  refundedByHand: 'refunds',
  pointsSpent: 'spent',
  pointsReturned: 'refunds',
  pointsReleased: 'earned',
  pointsExpired: 'expired',
  growthLapsed: 'expired',
  growthRecounted: 'adjusted',
  tierJudged: 'tier',
  tierGiven: 'tier',
  tierTakenBack: 'tier',
  upgradePoints: 'earned',
  benefitGranted: 'tier',
  toppedUp: 'earned',
  walletRefunded: 'refunds',
  walletRefundReturned: 'refunds',
  bonusConverted: 'adjusted',
  membershipPaid: 'spent',
  membershipRefunded: 'refunds',
  giftCardsBought: 'spent',
  giftCardClaimed: 'earned',
  giftCardReturned: 'refunds',
}

/** The balances that a ledger is about: an entry that changed none of them is not in it. */
export const LEDGER_ACCOUNTS = {
  points: ['points', 'pendingPoints', 'pointsDebt'],
  growth: ['growth'],
  wallet: ['principal', 'bonus'],
} as const satisfies Readonly<Record<string, readonly (keyof Balances)[]>>

export type LedgerUnit = keyof typeof LEDGER_ACCOUNTS

/** Which of a member's entries are asked for; null asks for all. */
export interface LedgerFilter {
  readonly unit: LedgerUnit | null
  /** `YYYY-MM` */
  readonly month: string | null
  readonly group: EntryGroup | null
}

const KINDS = Object.keys(GROUP_OF) as readonly EntryKind[]

export const kindsOf = (group: EntryGroup): readonly EntryKind[] =>
  KINDS.filter((kind) => GROUP_OF[kind] === group)

export const kindsOutside = (group: EntryGroup): readonly EntryKind[] =>
  KINDS.filter((kind) => GROUP_OF[kind] !== group)

export function isAsked(entry: Entry, { unit, month, group }: LedgerFilter): boolean {
  const { change, day } = entry
  return (
    (unit === null || LEDGER_ACCOUNTS[unit].some((account) => change[account] !== 0)) &&
    (month === null || monthOf(day) === month) &&
    (group === null || isOf(entry, group))
  )
}

function isOf({ kind, tier }: Entry, group: EntryGroup): boolean {
  return GROUP_OF[kind] === group || (group === 'tier' && tier !== null)
}

export function asksForAll({ unit, month, group }: LedgerFilter): boolean {
  return unit === null && month === null && group === null
}

import type { Day } from '@shared/kernel/day'
import type { CheckinRun } from '../checkin/runs'
import type { Behaviour } from '../earning/behaviour'
import type { EarningFacts } from '../earning/multipliers'
import type { Granted } from '../benefits/grants'
import type { GrowthDay } from '../growth/days'
import type { Message } from '../messages/message'
import type { Lot } from '../points/lots'
import type { PendingLot } from '../points/pending'
import type { ExpiryReminder } from '../points/remind'
import type { MembershipHolding } from '../memberships/holding'
import type { BoughtDay } from '../tiers/bought'
import type { TierReminder } from '../tiers/remindOfEnd'
import type { TierState } from '../tiers/tierState'
import type { Wallet } from '../wallet/wallet'
import type { Entry } from './entry'

/** What a member holds: points and growth in points, the wallet in fen. */
export interface Balances {
  readonly points: number
  readonly growth: number
  /** Money paid in. */
  readonly principal: number
  /** Money given on top. */
  readonly bonus: number
  /** Points earned that can't be spent yet. */
  readonly pendingPoints: number
  /** Points owed after a refund of what was spent already: zero or below. The next points earned repay it. */
  readonly pointsDebt: number
}

/** What the member bought, by what was paid in the end. `firstDay` ≠ `lastDay` means two days or more. */
export interface Spend {
  readonly orders: number
  readonly fen: number
  readonly largestFen: number
  readonly firstDay: Day | null
  readonly lastDay: Day | null
}

/**
 * A member's account: one document, and the transaction of most of what a member does. A change of value and its
 * entry can never part, since the entry waits in the tail of the same document until it is moved to the journal.
 */
export interface Account {
  readonly _id: string
  readonly schemaVersion: 1
  /** Goes up by one with every commit; a write names the one that it read. */
  readonly version: number
  /** The sequence number of the last entry. */
  readonly seq: number
  /** The first day that the shop knows of this person. */
  readonly knownSince: Day
  /** Null until the person joined and agreed; a history may be there before. */
  readonly joined: { readonly day: Day; readonly at: number; readonly consentVersion: string } | null
  /** Who gave the card that made this person a member; absent for most. */
  readonly invitedBy?: string
  /** Whom an earlier system knew this member as. */
  readonly importedAs: { readonly source: string; readonly customer: string } | null
  readonly birthday: Birthday | null
  readonly balances: Balances
  readonly lots: readonly Lot[]
  /** Points that become available on a later day, earliest first. */
  readonly pending: readonly PendingLot[]
  /** What every behaviour has earned on one day, for the daily caps. */
  readonly earnedToday: EarnedToday | null
  /** What orders earned by when the first one of the day was told from outside: it holds for all that are told on it. */
  readonly intakeFacts?: { readonly day: Day; readonly facts: EarningFacts }
  /** How far each lot that is about to lapse has been told of. */
  readonly expiryReminders: readonly ExpiryReminder[]
  /** Growth by the day it was gained, oldest first. */
  readonly growthDays: readonly GrowthDay[]
  /** The version of the growth settings that `growthDays` was last counted under. */
  readonly growthVersion: number
  /** What was bought, by the day: what levels go by. */
  readonly bought: readonly BoughtDay[]
  /** Stored value by what it came from; absent before anything was paid in. Its sums are the balances of both kinds. */
  readonly wallet?: Wallet
  /** Paid memberships beside the level; absent before the first. */
  readonly membership?: MembershipHolding
  /** People who joined on this member's invitation. */
  readonly invitations: number
  readonly tier: TierState
  /** How far the member was told that the level ends; null before the first time. */
  readonly tierReminder: TierReminder | null
  /** The last period that each benefit was given for. */
  readonly granted: readonly Granted[]
  /** The levels that have given their points on upgrade: each does once. */
  readonly levelsPaidOut: readonly string[]
  /** The version of the benefits that was last looked at for this member. */
  readonly benefitsVersion: number
  readonly spend: Spend
  readonly checkinRuns: readonly CheckinRun[]
  /** The earliest day on which something falls due for this member; null when nothing ever does. */
  readonly dueDay: Day | null
  /** Entries not yet moved to the journal, oldest first. */
  readonly tail: readonly Entry[]
  /** Messages not yet moved to the outbox, oldest first. */
  readonly outgoing: readonly Message[]
  /** When the oldest waiting entry or message was recorded; null when none waits. */
  readonly tailSince: number | null
  /** The last causes that were moved to the journal: a retry must find what it did. */
  readonly recentCauses: readonly string[]
  /** Messages up to this instant have been seen. */
  readonly inboxReadAt: number
}

export interface Birthday {
  readonly day: Day
  /** When it was last set: it may be changed once a year. */
  readonly setOn: Day
}

export interface EarnedToday {
  readonly day: Day
  readonly points: Readonly<Partial<Record<Behaviour, number>>>
}

export const NO_BALANCES: Balances = {
  points: 0,
  growth: 0,
  principal: 0,
  bonus: 0,
  pendingPoints: 0,
  pointsDebt: 0,
}

export const NO_SPEND: Spend = { orders: 0, fen: 0, largestFen: 0, firstDay: null, lastDay: null }

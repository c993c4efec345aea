import { addDays, type Day } from '@shared/kernel/day'
import { give, knowsBenefitsOf, nextGrantOf, seenBenefits } from '../benefits/give'
import { lapseGrowth, nextGrowthLapse, recountGrowth } from '../growth/lapse'
import { nextRenewal, remindRenewal } from '../memberships/remindRenewal'
import { expire } from '../points/expire'
import { firstToLapse } from '../points/lots'
import { release } from '../points/release'
import { nextReminder, remind } from '../points/remind'
import type { Settings } from '../settings/settings'
import { nextJudgementDay } from '../tiers/judge'
import { isToRejudge, judgeAgain, judgeOn, rejudge } from '../tiers/rejudge'
import { nextTierReminder, remindOfEnd } from '../tiers/remindOfEnd'
import {
  convertBonus,
  knowsWalletOf,
  nextConversion,
  nextYearEndNotice,
  seenWallet,
  tellYearEnd,
} from '../wallet/settleYearEnd'
import type { Account } from './account'

/** Something that falls due by the day alone, and what it does. */
interface DueEvent {
  readonly day: Day
  readonly run: (recordedAt: number) => Account
}

/**
 * Does what has fallen due for a member by a day, in the order of the days: points that come in, points that lapse,
 * growth that leaves its window, levels whose validity ends, benefits that are given, bonus that is converted; then
 * tells of points that will lapse, of a level that will end and of the end of the year. Stops after `mostEntries`, the earliest done; `isSettled` tells whether anything
 * is left. Doing it again finds nothing.
 */
export function settle(
  account: Account,
  today: Day,
  settings: Settings,
  recordedAt: number,
  mostEntries = Infinity,
): Account {
  const done = catchUp(account, today, settings, recordedAt, mostEntries)
  const left = firstEvent(done, settings)
  const isAll = !left || left.day > today
  if (!isAll) return withDueDay(done, settings, today)
  const judged = judgeAgain(done, today, settings, recordedAt)
  return withDueDay(reminded(judged, today, settings, recordedAt), settings, today)
}

function reminded(account: Account, today: Day, settings: Settings, at: number): Account {
  const told = remindOfEnd(remind(account, today, at), today, settings, at)
  return tellYearEnd(remindRenewal(told, today, settings, at), today, settings, at)
}

/**
 * The same for a day that may be long past, as when history is booked: nobody is told that points would lapse, or a
 * level end, soon after it.
 */
export function catchUp(
  account: Account,
  day: Day,
  settings: Settings,
  recordedAt: number,
  mostEntries = Infinity,
): Account {
  const counted = recountGrowth(account, day, settings, recordedAt)
  let next = seenWallet(seenBenefits(rejudge(counted, day, settings, recordedAt), settings), settings)
  while (next.seq - account.seq < mostEntries) {
    const event = firstEvent(next, settings)
    if (!event || event.day > day) break
    next = event.run(recordedAt)
  }
  return next
}

/** True when nothing is left to do for a member by a day. */
export function isSettled(account: Account, today: Day, settings: Settings): boolean {
  const dueDay = nextDueDay(account, settings, today)
  const isCounted = account.growthVersion >= settings.growth.version && !isToRejudge(account, settings)
  const isSeen =
    account.benefitsVersion >= settings.benefits.version && seenWallet(account, settings) === account
  return isCounted && isSeen && (dueDay === null || dueDay > today)
}

/** The account with the day on which something next falls due: whoever changed what that depends on ends with this. */
export function withDueDay(account: Account, settings: Settings, today: Day): Account {
  const known = nextDueDay(account, settings, today)
  // When growth that newer rules count will lapse is not known here: whoever knows them is to look at once.
  const soon = knowsGrowthOf(account, settings) ? null : (account.growthDays.at(-1)?.day ?? null)
  // Nor is what newer benefits give to a level that was reached by older rules.
  const atOnce = knowsBenefitsOf(account, settings) ? null : account.tier.since
  const knowsAll =
    knowsGrowthOf(account, settings) &&
    knowsBenefitsOf(account, settings) &&
    // Nor when word of the end of the year is due by newer rules: the day that they set stands.
    knowsWalletOf(account, settings)
  const dueDay = knowsAll ? known : earlier(earlier(known, account.dueDay), earlier(soon, atOnce))
  return dueDay === account.dueDay ? account : { ...account, dueDay }
}

function nextDueDay(account: Account, settings: Settings, today: Day): Day | null {
  const ofLevel = earlier(nextTierReminder(account, settings.tiers), nextRenewal(account, settings))
  const ofTime = earlier(nextReminder(account), ofLevel)
  const reminder = earlier(ofTime, nextYearEndNotice(account, settings, today))
  return earlier(firstEvent(account, settings)?.day ?? null, reminder)
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/**
 * False for some seconds after the rules of growth changed, where the new ones have not been read yet: an account that
 * was counted under them is left alone by the old ones.
 */
function knowsGrowthOf(account: Account, settings: Settings): boolean {
  return account.growthVersion <= settings.growth.version
}

/** The earliest of what will fall due; on one day points come in before others lapse, and the level comes last but for what it gives. */
function firstEvent(account: Account, settings: Settings): DueEvent | null {
  const [pending] = account.pending
  const lot = firstToLapse(account.lots)
  const growthDay = knowsGrowthOf(account, settings)
    ? nextGrowthLapse(account.growthDays, settings.growth.mode)
    : null
  const events: DueEvent[] = []
  if (pending)
    events.push({
      day: pending.releaseDay,
      run: (recordedAt) => release(account, pending, settings, recordedAt),
    })
  if (lot)
    events.push({
      day: addDays(lot.validUntil, 1),
      run: (recordedAt) => expire(account, lot, settings, recordedAt),
    })
  if (growthDay)
    events.push({
      day: growthDay,
      run: (recordedAt) => lapseGrowth(account, growthDay, settings, recordedAt),
    })
  const judgementDay = nextJudgementDay(account.tier, settings.tiers)
  if (judgementDay)
    events.push({
      day: judgementDay,
      run: (recordedAt) => judgeOn(account, judgementDay, settings, recordedAt),
    })
  const grant = nextGrantOf(account, settings)
  if (grant)
    events.push({
      day: grant.day,
      run: (recordedAt) => give(account, grant, settings, recordedAt),
    })
  const conversion = nextConversion(account, settings)
  if (conversion)
    events.push({
      day: conversion,
      run: (recordedAt) => convertBonus(account, conversion, settings, recordedAt),
    })
  return events.reduce<DueEvent | null>(
    (first, each) => (first && first.day <= each.day ? first : each),
    null,
  )
}

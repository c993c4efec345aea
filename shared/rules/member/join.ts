import type { Day } from '@shared/kernel/day'
import { NO_BALANCES, NO_SPEND, type Account } from '../account/account'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { firstTier } from '../tiers/tierState'

/** An account that nothing has happened to yet. */
function blank(memberId: string, day: Day, settings: Settings): Account {
  return {
    _id: memberId,
    schemaVersion: 1,
    version: 0,
    seq: 0,
    knownSince: day,
    joined: null,
    importedAs: null,
    birthday: null,
    balances: NO_BALANCES,
    lots: [],
    pending: [],
    earnedToday: null,
    expiryReminders: [],
    growthDays: [],
    growthVersion: settings.growth.version,
    bought: [],
    invitations: 0,
    tier: firstTier(settings.tiers, day),
    tierReminder: null,
    granted: [],
    levelsPaidOut: [],
    benefitsVersion: settings.benefits.version,
    spend: NO_SPEND,
    checkinRuns: [],
    dueDay: null,
    tail: [],
    outgoing: [],
    tailSince: null,
    inboxReadAt: 0,
    recentCauses: [],
  }
}

/** The first entry of a member: from here on the sequence runs without gaps. */
function open(
  memberId: string,
  day: Day,
  at: number,
  recordedAt: number,
  settings: Settings,
  how: 'oneTap' | 'import',
  by: 'member' | 'system' | `staff:${string}`,
): Account {
  return post(
    blank(memberId, day, settings),
    {
      _id: `member:${memberId}`,
      kind: 'memberJoined',
      at,
      day,
      recordedAt,
      source: 'member',
      reason:
        how === 'oneTap'
          ? { zh: '加入会员', en: 'Joined' }
          : { zh: '由历史订单建立档案', en: 'Known from past orders' },
      legs: [],
      lots: [],
      basis: { of: 'joining', how },
      rule: null,
      by,
    },
    settings,
  )
}

/** A person joins with one tap. One whose history is here already opens it; joining again changes nothing (null). */
export function join(
  known: Account | null,
  memberId: string,
  today: Day,
  at: number,
  consentVersion: string,
  settings: Settings,
): Account | null {
  if (known?.joined) return null
  const account = known ?? open(memberId, today, at, at, settings, 'oneTap', 'member')
  return { ...account, joined: { day: today, at, consentVersion } }
}

/** A member made on first sight of a past order: the history is there, the consent is not yet. */
export function openFromImport(
  memberId: string,
  importedAs: { source: string; customer: string } | null,
  firstDay: Day,
  firstAt: number,
  recordedAt: number,
  settings: Settings,
  by: 'system' | `staff:${string}`,
): Account {
  return { ...open(memberId, firstDay, firstAt, recordedAt, settings, 'import', by), importedAs }
}

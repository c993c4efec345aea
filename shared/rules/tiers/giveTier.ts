import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { EntryDraft } from '../account/entry'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { isOn, rankIn } from './program'
import type { ManualTier } from './tierState'

/** A level that the merchant gives, through a last day or until it is taken back, and why: the member reads it. */
export interface Gift {
  readonly levelId: string
  readonly until: Day | null
  readonly reason: string
}

export type GiveRefusal =
  | { readonly code: 'LEVELS_OFF' }
  | { readonly code: 'LEVEL_NOT_FOUND'; readonly levelId: string }
  | { readonly code: 'DAY_PASSED'; readonly day: Day }

export type TakeBackRefusal = { readonly code: 'LEVELS_OFF' } | { readonly code: 'NO_LEVEL_GIVEN' }

/** When it happens, who does it, and the id of what they asked for: its entry is there once. */
export interface GivingOccasion {
  readonly cause: string
  readonly today: Day
  readonly at: number
  readonly by: `staff:${string}`
}

/** The cause of giving a level or taking it back: one a request. */
export function givingCause(memberId: string, requestId: string): string {
  return `tierGiven:${memberId}:${requestId}`
}

/** Gives a settled account a level, up or down, in place of one that was given before. */
export function giveTier(
  account: Account,
  { levelId, until, reason }: Gift,
  settings: Settings,
  occasion: GivingOccasion,
): Result<Account, GiveRefusal> {
  const { tiers } = settings
  const level = tiers.levels[rankIn(tiers, levelId)]
  if (!isOn(tiers)) return refuse({ code: 'LEVELS_OFF' })
  if (!level) return refuse({ code: 'LEVEL_NOT_FOUND', levelId })
  if (until !== null && until < occasion.today) return refuse({ code: 'DAY_PASSED', day: until })
  const manual = { levelId, since: occasion.today, until }
  return ok(
    withManual(account, manual, settings, occasion, {
      kind: 'tierGiven',
      source: `tier:${levelId}`,
      reason: {
        zh: `商家给予${level.name.zh}${until === null ? '' : `，至 ${dayWords(until).zh}`}：${reason}`,
        en: `${level.name.en} given by the store${until === null ? '' : ` through ${dayWords(until).en}`}: ${reason}`,
      },
      basis: { of: 'tierGiven', levelId, until, text: reason },
    }),
  )
}

/** Takes back the level that was given: what was earned or paid for holds again. */
export function takeTierBack(
  account: Account,
  reason: string,
  settings: Settings,
  occasion: GivingOccasion,
): Result<Account, TakeBackRefusal> {
  const { manual } = account.tier
  if (!isOn(settings.tiers)) return refuse({ code: 'LEVELS_OFF' })
  if (!manual) return refuse({ code: 'NO_LEVEL_GIVEN' })
  const { levelId, until } = manual
  return ok(
    withManual(account, null, settings, occasion, {
      kind: 'tierTakenBack',
      source: `tier:${levelId}`,
      reason: takenBackWords(reason),
      basis: { of: 'tierTakenBack', levelId, until, text: reason },
    }),
  )
}

const takenBackWords = (reason: string): Words => ({
  zh: `商家收回给予的等级：${reason}`,
  en: `The store took back the level it gave: ${reason}`,
})

/** Posting judges the level anew, with what was given in the place of what was earned. */
function withManual(
  account: Account,
  manual: ManualTier | null,
  settings: Settings,
  { cause, today, at, by }: GivingOccasion,
  what: Pick<EntryDraft, 'kind' | 'source' | 'reason' | 'basis'>,
): Account {
  return post(
    { ...account, tier: { ...account.tier, manual } },
    {
      ...what,
      _id: cause,
      at,
      day: today,
      recordedAt: at,
      legs: [],
      lots: [],
      rule: { topic: 'tiers', version: settings.tiers.version },
      by,
    },
    settings,
  )
}

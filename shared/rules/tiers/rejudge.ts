import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { judge } from './judge'
import { isOn } from './program'
import { standingOf } from './standingOf'

/** Judges the level on a day on which time alone may change it: by an entry dated to that day where it does. */
export function judgeOn(account: Account, day: Day, settings: Settings, recordedAt: number): Account {
  const cause = { _id: `tierJudged:${account._id}:${day}:${account.seq + 1}`, source: `tier:${day}` }
  return judgeBy(account, { ...cause, day, at: startOfDay(day) }, settings, recordedAt)
}

/** True while the member was judged under an earlier version of the programme, and the levels are on. */
export function isToRejudge({ tier }: Pick<Account, 'tier'>, { tiers }: Pick<Settings, 'tiers'>): boolean {
  return isOn(tiers) && tier.version < tiers.version
}

/** Judges the level under new rules: by an entry where it changes. Who was judged under them already is left alone. */
export function rejudge(account: Account, today: Day, settings: Settings, recordedAt: number): Account {
  if (!isToRejudge(account, settings)) return account
  const { version } = settings.tiers
  const cause = { _id: `tierJudged:${account._id}:v${version}`, source: `settings:tiers:${version}` }
  return judgeBy(account, { ...cause, day: today, at: recordedAt }, settings, recordedAt)
}

/**
 * Judges the level once more by what is known: nothing happens unless something was recorded by whoever had read only
 * older rules, who leaves the level alone.
 */
export function judgeAgain(account: Account, today: Day, settings: Settings, recordedAt: number): Account {
  const cause = { _id: `tierJudged:${account._id}:${today}:${account.seq + 1}`, source: `tier:${today}` }
  return judgeBy(account, { ...cause, day: today, at: recordedAt }, settings, recordedAt)
}

interface Occurrence {
  readonly _id: string
  readonly source: string
  readonly day: Day
  readonly at: number
}

function judgeBy(
  account: Account,
  { _id, source, day, at }: Occurrence,
  settings: Settings,
  recordedAt: number,
): Account {
  const { tier, decision } = judge(standingOf(account, settings), settings.tiers, { today: day, at })
  if (decision.kind === 'stay') return tier === account.tier ? account : { ...account, tier }
  return post(
    account,
    {
      _id,
      kind: 'tierJudged',
      at,
      day,
      recordedAt,
      source,
      reason: decision.reason,
      legs: [],
      lots: [],
      basis: { of: 'tierJudged' },
      rule: { topic: 'tiers', version: settings.tiers.version },
      by: 'system',
    },
    settings,
  )
}

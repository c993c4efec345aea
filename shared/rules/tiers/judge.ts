import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import { causeWords, type Cause } from './cause'
import { earnedUntil, judgeEarned, type EarnedStep, type Moment } from './earned'
import { runningPaid } from './paid'
import { isOn, rankIn, type TierProgram } from './program'
import type { Standing } from './standardSpend'
import { marksOf, type TierSource, type TierState } from './tierState'
import { putOff } from './validity'

/** What a judgement comes to, with its reason for programs and for people. `until` is the last day; null for no end. */
export type Decision =
  | { readonly kind: 'stay' }
  | {
      readonly kind: 'keep'
      readonly levelId: string
      readonly until: Day | null
      readonly cause: Cause
      readonly reason: Words
    }
  | {
      readonly kind: 'up' | 'down' | 'reassign'
      readonly from: string
      readonly to: string
      readonly until: Day | null
      readonly cause: Cause
      readonly reason: Words
    }

export interface Judgement {
  readonly decision: Decision
  /** The same object when nothing at all changed. */
  readonly tier: TierState
}

const STAY: Decision = { kind: 'stay' }

/**
 * Judges where a member stands: the level that the merchant gave, until its date; otherwise the higher of what was
 * earned and what was paid for. Judging again at the same moment changes nothing. Days are judged in their order: who
 * comes late judges on every `nextJudgementDay` first, as `settle` does. While the levels are off, and where the
 * programme is older than the last one judged under, all stays as it is.
 */
export function judge(standing: Standing, program: TierProgram, moment: Moment): Judgement {
  const { tier } = standing
  if (!isOn(program) || tier.version > program.version) return { decision: STAY, tier }
  const now = notBeforeKnown(standing, moment)
  const step = judgeEarned(standing, program, now)
  const next = holding(
    {
      ...tier,
      ...runningPaid(tier, program, now.today),
      version: program.version,
      earned: step.earned,
      manual: runningManual(tier, program, now.today),
    },
    program,
    now.today,
  )
  return isSame(tier, next)
    ? { decision: STAY, tier }
    : { decision: decide(tier, next, step, program), tier: next }
}

/**
 * An order of the past that comes in late is judged as of the last day that is known of the member, not in the past; and
 * nothing is judged before an earlier judgement of that day: a past order would come after the one and before the other.
 */
function notBeforeKnown({ bought, growthDays, tier }: Standing, moment: Moment): Moment {
  const { since, term } = tier.earned
  const last = [bought.at(-1), growthDays.at(-1)].map((each) => each?.day ?? moment.today)
  const days = [moment.today, tier.since, term?.day ?? since, ...last]
  const today = days.reduce((latest, day) => (day > latest ? day : latest))
  const at = today === moment.today ? moment.at : startOfDay(addDays(today, 1)) - 1
  const marks = marksOf(tier.earned).filter(({ day }) => day === today)
  return { today, at: marks.reduce((latest, mark) => Math.max(latest, mark.at), at) }
}

/** The first day on which time alone may change the level; null when it never does. */
export function nextJudgementDay(tier: TierState, program: TierProgram): Day | null {
  if (!isOn(program) || tier.version > program.version) return null
  const { earned, paid, manual } = tier
  const lastDays = [
    earnedUntil(earned, program),
    paid && putOff(paid.since, paid.until, program.pauses),
    manual && putOff(manual.since, manual.until, program.pauses),
  ].filter((day) => day !== null)
  const first = lastDays.sort()[0]
  return first === undefined ? null : addDays(first, 1)
}

/** The last day of the level that holds now; null when it has none. */
export function tierUntil(tier: TierState, program: TierProgram): Day | null {
  const { by, earned, paid, manual } = tier
  if (by === 'earned') return earnedUntil(earned, program)
  const term = by === 'paid' ? paid : manual
  return term && putOff(term.since, term.until, program.pauses)
}

function runningManual({ manual }: TierState, program: TierProgram, today: Day): TierState['manual'] {
  if (!manual || rankIn(program, manual.levelId) < 0) return null
  const last = putOff(manual.since, manual.until, program.pauses)
  return last !== null && last < today ? null : manual
}

/** The tier with the level that holds of all that it rests on; of an earned and a paid level of one rank, the earned. */
function holding(tier: TierState, program: TierProgram, today: Day): TierState {
  const { earned, paid, manual } = tier
  const isPaidHigher = paid !== null && rankIn(program, paid.levelId) > rankIn(program, earned.levelId)
  const id = manual?.levelId ?? (isPaidHigher ? paid.levelId : earned.levelId)
  const by: TierSource = manual ? 'manual' : isPaidHigher ? 'paid' : 'earned'
  return { ...tier, id, by, since: id === tier.id ? tier.since : today }
}

function isSame(a: TierState, b: TierState): boolean {
  const keys = Object.keys(b) as (keyof TierState)[]
  return keys.every((key) => a[key] === b[key])
}

function decide(tier: TierState, next: TierState, step: EarnedStep, program: TierProgram): Decision {
  const until = tierUntil(next, program)
  if (next.id === tier.id) {
    const isKept = step.cause?.of === 'lockIn' || step.cause?.of === 'earnedAgain'
    if (!isKept || !step.cause || next.by !== 'earned') return STAY
    return { kind: 'keep', levelId: next.id, until, cause: step.cause, reason: causeWords(step.cause) }
  }
  const from = rankIn(program, tier.id)
  const isUp = rankIn(program, next.id) > from
  const cause = from < 0 ? { of: 'levelDeleted' as const } : causeOfMove(tier, next, step, isUp, program)
  const kind = from < 0 ? 'reassign' : isUp ? 'up' : 'down'
  return { kind, from: tier.id, to: next.id, until, cause, reason: causeWords(cause) }
}

function causeOfMove(
  tier: TierState,
  next: TierState,
  { cause }: EarnedStep,
  isUp: boolean,
  { version }: TierProgram,
): Cause {
  if (next.by === 'manual') return { of: 'manualGiven' }
  if (tier.by === 'manual') return { of: 'manualEnded' }
  if (next.by === 'paid' && isUp) return { of: 'paid' }
  if (tier.by === 'paid' && !isUp) return { of: 'paidEnded' }
  return cause ?? { of: 'settings', version }
}

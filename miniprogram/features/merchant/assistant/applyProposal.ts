import type { OutputOf } from '@shared/contracts'
import type { Benefit } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { newLevel, withoutLevel } from '../tiers/levelEdits'

type Proposed = OutputOf<'assistant.propose'>
type ProposedLevel = Proposed['proposal']['levels'][number]
type NewLevel = Proposed['newLevels'][number]

/** What is edited together: the parts of a draft that a proposal fills. */
export interface Content {
  readonly tiers: TierRules
  readonly benefits: readonly Benefit[]
}

const YEAR = { of: 'months', months: 12 } as const

/** The settings that the figures of a proposal are made for: the last 12 months, for a year, kept by a total. */
const YEARLY = {
  standard: { of: 'total', period: { of: 'window', length: YEAR } },
  validity: { of: 'calendarYear' },
  lockIn: { singleOrder: false, total: true, extension: YEAR },
} as const satisfies Partial<TierRules>

/** Whether a level is reached by what was spent in the last 12 months. */
export function countsLastYear({ standard }: TierRules): boolean {
  if (standard.of !== 'total' || standard.period.of !== 'window') return false
  const { length } = standard.period
  return length.of === 'months' && length.months === YEAR.months
}

/** Whether an amount in a year keeps a level: without it the proposed amounts have nowhere to go. */
export const keepsByTotal = ({ lockIn }: TierRules): boolean => lockIn?.total ?? false

/**
 * A draft with the levels proposed: the free one as it is, then the draft's own in their order with new conditions, then
 * new ones. Levels beyond those go, and what they give with them. `isYearly` sets the settings that the figures are for.
 */
export function applyProposal(
  content: Content,
  { proposal, newLevels }: Pick<Proposed, 'proposal' | 'newLevels'>,
  isYearly: boolean,
): Content {
  const { tiers, benefits } = levelsGone(content, proposal).reduce(
    (left, { id }) => withoutLevel(left, id),
    content,
  )
  const rules = isYearly ? { ...tiers, ...YEARLY } : tiers
  const [free, ...own] = rules.levels
  if (!free) return content
  const added = levelsAdded(content, proposal, newLevels).map((face) => ({ ...newLevel(face.id), ...face }))
  const levels = [...own, ...added].map((level, i) => withProposed(level, proposal.levels[i], rules))
  return { tiers: { ...rules, levels: [free, ...levels] }, benefits }
}

/** The levels of a draft that a proposal has no place for. */
export const levelsGone = ({ tiers }: Content, { levels }: Proposed['proposal']): readonly Level[] =>
  tiers.levels.slice(levels.length + 1)

/** The levels that a proposal has and a draft has not: above the draft's own, so that what they are called still climbs. */
export function levelsAdded(
  { tiers }: Content,
  { levels }: Proposed['proposal'],
  newLevels: readonly NewLevel[],
): readonly NewLevel[] {
  const inUse = new Set(tiers.levels.map(({ id }) => id))
  const highest = newLevels.map(({ id }) => inUse.has(id)).lastIndexOf(true)
  return newLevels.slice(highest + 1).slice(0, Math.max(0, levels.length + 1 - tiers.levels.length))
}

function withProposed(level: Level, proposed: ProposedLevel | undefined, { lockIn }: TierRules): Level {
  if (!proposed) return level
  const { threshold, retention } = proposed
  return {
    ...level,
    condition: { measure: 'spend', atLeast: threshold.amountFen },
    keep: lockIn?.total ? { ...level.keep, totalFen: retention.amountFen } : level.keep,
  }
}

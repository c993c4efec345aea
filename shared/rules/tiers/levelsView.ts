import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import { benefitFace, type BenefitFace } from '../benefits/face'
import type { Settings } from '../settings/settings'
import type { Condition } from './conditions'
import { tierFace, type TierFace } from './face'
import { benefitsOfLevel, type Added } from './levelBenefits'
import { keepWords, levelConditionWords } from './levelWords'
import { priceFen } from './paid'
import { levelAt, type Level, type TierProgram } from './program'
import { programWords } from './programWords'
import type { Standing } from './standardSpend'
import { nearestWays, spendOf, tierView, type SpendOf, type TierStanding, type Way } from './view'

/** A level as the page of all levels shows it. */
export interface LevelView {
  face: TierFace
  condition: Condition | null
  conditionWords: Words | null
  /** From where the member stands; none for levels up to their own. */
  ways: Way[]
  /** What it costs this member; null for one that is not sold. */
  paid: { priceFen: number; validDays: number } | null
  keep: Words | null
  benefits: (BenefitFace & { added: Added })[]
}

export type LevelsView =
  | { isOn: false }
  | {
      isOn: true
      tier: TierStanding
      levels: LevelView[]
      countsFrom: Day | null
      standard: SpendOf
      rules: Words[]
    }

/** All levels, lowest first, as a member sees them from where they stand. */
export function levelsView(
  standing: Standing,
  { tiers: program, benefits: { benefits } }: Pick<Settings, 'tiers' | 'benefits'>,
  today: Day,
): LevelsView {
  const tier = tierView(standing, program, today)
  if (!tier.isOn) return { isOn: false }
  return {
    isOn: true,
    tier,
    levels: program.levels.map((level, rank) => ({
      face: tierFace(program, rank),
      condition: level.condition,
      conditionWords: levelConditionWords(level, program),
      ways: rank > tier.current.rank ? nearestWays(level, standing, program, today) : [],
      paid: paidTerms(level, program, tier.current.id),
      keep: rank > 0 ? keepWords(level, program) : null,
      benefits: benefitsOfLevel(benefits, level.id, rank > 0 ? levelAt(program, rank - 1).id : null).map(
        ({ benefit, added }) => ({ ...benefitFace(benefit), added }),
      ),
    })),
    countsFrom: tier.next?.countsFrom ?? null,
    standard: spendOf(program),
    rules: programWords(program),
  }
}

function paidTerms(level: Level, program: TierProgram, standsOn: string): LevelView['paid'] {
  const price = priceFen(level, program, standsOn)
  return level.paid && price !== null ? { priceFen: price, validDays: level.paid.validDays } : null
}

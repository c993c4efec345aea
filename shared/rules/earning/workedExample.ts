import { addDays, monthOf, type Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import { DEFAULT_BENEFITS, type BenefitSettings } from '../benefits/benefit'
import { levelMultiplier, levelMultipliers } from '../benefits/levelMultipliers'
import type { Campaign, CampaignSettings } from '../campaigns/settings'
import { earnOrder } from './earnOrder'
import {
  covers,
  holdsOn,
  isFor,
  type EarningFacts,
  type GoodsFacts,
  type MultiplierRule,
  type NamedMultiplier,
} from './multipliers'
import type { EarningSettings } from './settings'
import type { Stacking } from './stack'

/** A purchase to try rules on: what is paid for goods in the end, of which kind, by whom, on which day. */
export interface Sample {
  readonly amountFen: number
  readonly category: string | null
  readonly product: string | null
  readonly tier: string
  readonly day: Day
  /** Whether the member's birthday is on that day, elsewhere in that month, or neither. */
  readonly birthday: 'day' | 'month' | 'none'
}

/** What became of a multiplier: it made the rate, another was better, or why it did not hold. */
export type Outcome =
  | 'used'
  | 'notTheBest'
  | 'off'
  | 'notYet'
  | 'over'
  | 'notBirthday'
  | 'notBirthdayMonth'
  | 'otherMembers'
  | 'otherGoods'

interface TriedMultiplier {
  readonly id: string
  readonly name: Words
  readonly rateBp: number
  readonly topic: NamedMultiplier['source']['topic']
  readonly outcome: Outcome
}

export interface WorkedExample {
  readonly points: number
  readonly growth: number
  /** What it would be without any multiplier. */
  readonly basePoints: number
  readonly rateBp: number
  readonly stacking: Stacking
  /** The cap that cut the rate; null when none did. */
  readonly cappedAtBp: number | null
  /** The daily cap that cut the points; null when none did. */
  readonly dailyCap: number | null
  readonly releaseDays: number
  readonly multipliers: readonly TriedMultiplier[]
}

/** The rules that are tried; while the levels are off no benefit is among them. */
interface TriedRules {
  readonly earning: EarningSettings
  readonly campaigns: CampaignSettings
  readonly benefits: BenefitSettings
}

/** What a purchase earns, by the very function that books orders, with every multiplier there is and what became of it. */
export function workedExample(rules: TriedRules, sample: Sample): WorkedExample {
  const { earning, campaigns } = rules
  const facts = factsOf(sample, rules.benefits)
  const line = { paidFen: sample.amountFen, category: sample.category, product: sample.product }
  const order = earnOrder([line], facts, sample.day, earning, campaigns)
  const base = earnOrder(
    [line],
    factsOf(sample, DEFAULT_BENEFITS),
    sample.day,
    { ...earning, multipliers: [] },
    { version: 0, campaigns: [] },
  )
  const part = order.parts[0]
  const cap = earning.dailyCaps.order ?? null
  const isOverCap = cap !== null && order.points > cap
  const used = new Set(part?.multipliers.filter(({ isUsed }) => isUsed).map(keyOf))
  return {
    points: isOverCap ? cap : order.points,
    growth: order.growth,
    basePoints: base.points,
    rateBp: part?.rateBp ?? 0,
    stacking: earning.stacking,
    cappedAtBp: part?.isCapped ? earning.capBp : null,
    dailyCap: isOverCap ? cap : null,
    releaseDays: earning.releaseDays,
    multipliers: triedMultipliers(rules, sample.day, facts, line).map(({ miss, ...each }) => ({
      ...each,
      outcome: miss ?? (used.has(keyOf({ id: each.id, source: each })) ? 'used' : 'notTheBest'),
    })),
  }
}

/** Every multiplier there is, and why it does not hold; null for one that does. */
function triedMultipliers(
  { earning, campaigns, benefits }: TriedRules,
  day: Day,
  facts: EarningFacts,
  line: GoodsFacts,
): (Omit<TriedMultiplier, 'outcome'> & { readonly miss: Outcome | null })[] {
  const named = ({ id, name, rateBp }: Pick<TriedMultiplier, 'id' | 'name' | 'rateBp'>) => ({
    id,
    name,
    rateBp,
  })
  const held = new Set(facts.ofLevel.map(({ id }) => id))
  return [
    ...earning.multipliers.map((rule) => ({
      ...named(rule),
      topic: 'earning' as const,
      miss: missOfRule(rule, day, facts) ?? missOfScope(rule, facts, line),
    })),
    ...benefits.benefits
      .flatMap((benefit) => levelMultiplier(benefit, benefits.version) ?? [])
      .map((each) => ({
        ...named(each),
        topic: 'benefits' as const,
        miss: missOf(held.has(each.id), 'otherMembers'),
      })),
    ...campaigns.campaigns.map((rule) => ({
      ...named(rule),
      topic: 'campaigns' as const,
      miss: missOfCampaign(rule, day) ?? missOfScope(rule, facts, line),
    })),
  ]
}

/** A multiplier and a campaign may have the same id. */
const keyOf = ({ id, source }: { id: string; source: { topic: string } }): string => `${source.topic} ${id}`

const missOf = (holds: boolean, outcome: Outcome): Outcome | null => (holds ? null : outcome)

function missOfScope(
  { audience, goods }: Pick<MultiplierRule, 'audience' | 'goods'>,
  facts: EarningFacts,
  line: GoodsFacts,
): Outcome | null {
  return missOf(isFor(audience, facts), 'otherMembers') ?? missOf(covers(goods, line), 'otherGoods')
}

function missOfRule({ when }: MultiplierRule, day: Day, facts: EarningFacts): Outcome | null {
  if (holdsOn(when, facts, day)) return null
  if (when.of === 'birthday') return 'notBirthday'
  if (when.of === 'birthdayMonth') return 'notBirthdayMonth'
  return when.of === 'dates' && day < when.from ? 'notYet' : 'over'
}

function missOfCampaign({ isOn, from, to }: Campaign, day: Day): Outcome | null {
  if (!isOn) return 'off'
  if (day < from) return 'notYet'
  return day > to ? 'over' : null
}

/** Nobody pays for a membership yet, and no segment is defined. */
function factsOf({ tier, day, birthday }: Sample, benefits: BenefitSettings): EarningFacts {
  return {
    tierId: tier,
    isPaidMember: false,
    birthday: birthdayOf(day, birthday),
    segments: [],
    ofLevel: levelMultipliers({ levelId: tier, paidSince: null }, benefits),
  }
}

function birthdayOf(day: Day, birthday: Sample['birthday']): Day | null {
  if (birthday === 'none') return null
  if (birthday === 'day') return day
  const next = addDays(day, 1)
  return monthOf(next) === monthOf(day) ? next : addDays(day, -1)
}

import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { CampaignSettings } from '../campaigns/settings'
import { isBirthday, isBirthdayMonth } from '../member/birthday'
import type { EarningSettings } from './settings'
import type { Multiplier } from './stack'

/** Which goods a multiplier is for. */
export type Goods =
  | { readonly of: 'all' }
  | { readonly of: 'categories'; readonly categories: readonly string[] }
  | { readonly of: 'products'; readonly products: readonly string[] }

/** Whom a multiplier is for. A segment that nobody defined has no members. */
export type Audience =
  | { readonly of: 'everyone' }
  | { readonly of: 'tiers'; readonly tiers: readonly string[] }
  | { readonly of: 'paidMembers' }
  | { readonly of: 'segment'; readonly segment: string }

/** When a multiplier holds. */
export type When =
  | { readonly of: 'always' }
  | { readonly of: 'birthday' }
  | { readonly of: 'birthdayMonth' }
  | { readonly of: 'dates'; readonly from: Day; readonly to: Day }

/** A multiplier of the points that an order earns, and what must hold for it. */
export interface MultiplierRule {
  readonly id: string
  readonly name: Words
  /** 20,000 is double. */
  readonly rateBp: number
  readonly when: When
  readonly goods: Goods
  readonly audience: Audience
}

/** A multiplier that holds for a part of an order, named so that people know it, with the version that it stands in. */
export interface NamedMultiplier extends Multiplier {
  readonly name: Words
  readonly source: { readonly topic: 'earning' | 'campaigns' | 'benefits'; readonly version: number }
}

/** What multipliers ask about the member. */
export interface EarningFacts {
  /** Null while the levels are off. */
  readonly tierId: string | null
  readonly isPaidMember: boolean
  readonly birthday: Day | null
  readonly segments: readonly string[]
  /** What the level that the member holds multiplies by: for all goods, as long as it is held. */
  readonly ofLevel: readonly NamedMultiplier[]
}

/** What multipliers ask about the goods. */
export interface GoodsFacts {
  readonly category: string | null
  readonly product: string | null
}

/** The multipliers that hold for goods that a member buys on a day: those that always stand, the level's, then the campaigns. */
export function multipliersFor(
  goods: GoodsFacts,
  facts: EarningFacts,
  today: Day,
  earning: EarningSettings,
  campaigns: CampaignSettings,
): readonly NamedMultiplier[] {
  const standing = earning.multipliers
    .filter((rule) => holdsOn(rule.when, facts, today))
    .map((rule) => ({ ...rule, source: { topic: 'earning', version: earning.version } as const }))
  const running = campaigns.campaigns
    .filter(({ isOn, from, to }) => isOn && from <= today && today <= to)
    .map((rule) => ({ ...rule, source: { topic: 'campaigns', version: campaigns.version } as const }))
  const named = (rules: readonly (NamedMultiplier & Pick<MultiplierRule, 'goods' | 'audience'>)[]) =>
    rules
      .filter((rule) => isFor(rule.audience, facts) && covers(rule.goods, goods))
      .map(({ id, name, rateBp, source }) => ({ id, name, rateBp, source }))
  return [...named(standing), ...facts.ofLevel, ...named(running)]
}

export function holdsOn(when: When, { birthday }: EarningFacts, today: Day): boolean {
  switch (when.of) {
    case 'always':
      return true
    case 'birthday':
      return birthday !== null && isBirthday(birthday, today)
    case 'birthdayMonth':
      return birthday !== null && isBirthdayMonth(birthday, today)
    case 'dates':
      return when.from <= today && today <= when.to
  }
}

export function isFor(audience: Audience, facts: EarningFacts): boolean {
  switch (audience.of) {
    case 'everyone':
      return true
    case 'tiers':
      return facts.tierId !== null && audience.tiers.includes(facts.tierId)
    case 'paidMembers':
      return facts.isPaidMember
    case 'segment':
      return facts.segments.includes(audience.segment)
  }
}

export function covers(goods: Goods, { category, product }: GoodsFacts): boolean {
  switch (goods.of) {
    case 'all':
      return true
    case 'categories':
      return category !== null && goods.categories.includes(category)
    case 'products':
      return product !== null && goods.products.includes(product)
  }
}

import { type Day, dayInMonth, monthOf } from '@shared/kernel/day'
import { BP_ONE } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'
import type { Benefit, Requirement, Stacking } from '../benefits/benefit'
import {
  holdsOn,
  isFor,
  type Audience,
  type EarningFacts,
  type Goods,
  type When,
} from '../earning/multipliers'

/** A discount that is taken without being asked for. Rates: 7,000 is 7 折. */
export interface Automatic {
  readonly kind: 'level' | 'memberDay' | 'campaign'
  readonly id: string
  readonly name: Words
  readonly rateBp: number
  readonly goods: Goods
  readonly requirement: Requirement
  readonly stacking: Stacking
}

/** A discount of the shop's own rules: a member day, which comes each month, or a campaign. */
export interface DiscountRule extends Automatic {
  readonly kind: 'memberDay' | 'campaign'
  readonly when: When | { readonly of: 'dayOfMonth'; readonly dayOfMonth: number }
  readonly audience: Audience
}

/** What takes a discount by itself on a day: the level's, member days, campaigns, each by id. The order never depends on who asks. */
export function automaticOn(
  day: Day,
  facts: EarningFacts,
  benefits: readonly Benefit[],
  rules: readonly DiscountRule[],
): readonly Automatic[] {
  const ofShop = rules.filter(({ when, audience }) => holds(when, facts, day) && isFor(audience, facts))
  const all = [...benefits.flatMap(ofLevel), ...ofShop]
  // One that takes nothing off would make all that go together with it dearer, or seem to be used.
  return all.filter(({ rateBp }) => rateBp < BP_ONE).sort(byKindAndId)
}

function ofLevel({ id, name, perk }: Benefit): Automatic[] {
  if (perk.of !== 'discount') return []
  const { rateBp, requirement, stacking } = perk
  return [{ kind: 'level', id, name, rateBp, goods: { of: 'all' }, requirement, stacking }]
}

function holds(when: DiscountRule['when'], facts: EarningFacts, day: Day): boolean {
  return when.of === 'dayOfMonth'
    ? day === dayInMonth(monthOf(day), when.dayOfMonth)
    : holdsOn(when, facts, day)
}

const KINDS: readonly Automatic['kind'][] = ['level', 'memberDay', 'campaign']

function byKindAndId(a: Automatic, b: Automatic): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : Number(a.id > b.id))
}

import type { Day } from '@shared/kernel/day'
import type { Benefit, Requirement } from '../../benefits/benefit'
import { cashOf } from '../../points/toCash'
import { tierUntil } from '../judge'
import { boughtInYear, daysOfFigures, lastYearOf, spendMeeting } from './lastYear'
import { monthCost, NOBODY, type Figures, type Holding, type MonthCost } from './monthCost'
import { outcomeOf, type Outcome, type PreviewMember, type PreviewRules } from './outcome'

/** How a member's level comes out: what `judge` calls a change, or none. */
export type MoveKind = 'stay' | 'up' | 'down' | 'reassign'

/** Members who go from one level to another; `from` and `to` are the same for those who stay. */
export interface Cell {
  readonly from: string
  readonly to: string
  readonly kind: MoveKind
  readonly members: number
}

/** One benefit before and after the change; a side on which it is not there has no benefit. */
export interface BenefitChange {
  readonly id: string
  readonly before: Benefit | null
  readonly after: Benefit | null
  readonly holdersBefore: number
  readonly holdersAfter: number
  readonly won: number
  readonly lost: number
  readonly costBefore: MonthCost | null
  readonly costAfter: MonthCost | null
}

/** What is given as soon as the change is saved. */
export interface GivenAtOnce {
  readonly members: number
  readonly points: number
  readonly pointsFen: number
  readonly vouchers: number
  readonly vouchersFen: number
  readonly freeDeliveries: number
}

export interface Preview {
  readonly members: number
  readonly cells: readonly Cell[]
  /** Members whose level has a last day, before and after. */
  readonly withEnd: { readonly before: number; readonly after: number }
  /** Members who have not been judged by what is saved now: an earlier change is still under way. */
  readonly unjudged: number
  readonly benefits: readonly BenefitChange[]
  readonly atOnce: GivenAtOnce
  /** Of the costs that are known, a month. */
  readonly monthFen: { readonly before: number; readonly after: number }
  /** So many days before today are what the costs are reckoned by. */
  readonly figureDays: number
}

interface BenefitTally {
  before: Holding
  after: Holding
  won: number
  lost: number
}

const NOTHING_GIVEN: GivenAtOnce = {
  members: 0,
  points: 0,
  pointsFen: 0,
  vouchers: 0,
  vouchersFen: 0,
  freeDeliveries: 0,
}

/**
 * Adds up what a change of rules would make of members, one after another, in whatever order they come: what it holds
 * does not grow with them.
 */
export class PreviewTally {
  #members = 0
  #unjudged = 0
  #withEnd = { before: 0, after: 0 }
  #cells = new Map<string, Cell>()
  #benefits = new Map<string, BenefitTally>()
  #atOnce = NOTHING_GIVEN
  #firstSale: Day | null = null
  readonly #year

  constructor(private readonly rules: PreviewRules) {
    this.#year = lastYearOf(rules.moment.today)
  }

  add(member: PreviewMember): void {
    const { before, after } = this.rules
    const outcome = outcomeOf(member, this.rules)
    const { tier } = member.standing
    this.#members += 1
    this.#unjudged += Number(tier.version < before.tiers.version)
    this.#withEnd.before += Number(tierUntil(tier, before.tiers) !== null)
    this.#withEnd.after += Number(tierUntil(outcome.tier, after.tiers) !== null)
    this.#addMove(tier.id, outcome)
    this.#addBenefits(member, outcome)
    this.#addGiven(outcome)
  }

  /** What it all comes to, by the store's rates of points. */
  result(rates: Omit<Figures, 'days'>): Preview {
    const figureDays = daysOfFigures(this.#firstSale, this.#year)
    const benefits = this.#changes({ ...rates, days: figureDays })
    return {
      members: this.#members,
      cells: [...this.#cells.values()],
      withEnd: { ...this.#withEnd },
      unjudged: this.#unjudged,
      benefits,
      atOnce: { ...this.#atOnce, pointsFen: cashOf(this.#atOnce.points, rates.toCash) },
      monthFen: {
        before: benefits.reduce((sum, { costBefore }) => sum + (costBefore?.fen ?? 0), 0),
        after: benefits.reduce((sum, { costAfter }) => sum + (costAfter?.fen ?? 0), 0),
      },
      figureDays,
    }
  }

  #addMove(from: string, { decision, tier }: Outcome): void {
    const kind = decision.kind === 'keep' ? 'stay' : decision.kind
    const key = `${from}\n${tier.id}`
    const members = (this.#cells.get(key)?.members ?? 0) + 1
    this.#cells.set(key, { from, to: tier.id, kind, members })
  }

  #addBenefits({ standing, birthday }: PreviewMember, { before, after, points }: Outcome): void {
    const days = boughtInYear(standing.bought, this.#year)
    const first = days[0]?.day ?? null
    if (first !== null && (this.#firstSale === null || first < this.#firstSale)) this.#firstSale = first
    const ids = [...new Set([...before, ...after].map(({ id }) => id))]
    for (const id of ids) {
      const [had, has] = [before, after].map((side) => side.find((benefit) => benefit.id === id))
      const tally = this.#benefits.get(id) ?? { before: NOBODY, after: NOBODY, won: 0, lost: 0 }
      const held = (holding: Holding, benefit: Benefit): Holding =>
        withHolder(holding, spendMeeting(days, requirementOf(benefit)), birthday !== null)
      const isGift = (has ?? had)?.perk.of === 'pointsOnUpgrade'
      // Points on upgrade are nothing to hold: who is lifted gets them, and nobody can lose them.
      const isGiven = points?.benefits.some((benefit) => benefit.id === id) ?? false
      this.#benefits.set(id, {
        before: had ? held(tally.before, had) : tally.before,
        after: has ? held(tally.after, has) : tally.after,
        won: tally.won + Number(isGift ? isGiven : !had),
        lost: tally.lost + Number(!isGift && !has),
      })
    }
  }

  #addGiven({ points, grants }: Outcome): void {
    if (!points && grants.length === 0) return
    const given = { ...this.#atOnce, members: this.#atOnce.members + 1 }
    given.points += points?.points ?? 0
    for (const { benefit } of grants) {
      const { perk } = benefit
      given.vouchers += Number(perk.of === 'voucher')
      given.vouchersFen += perk.of === 'voucher' ? perk.amountFen : 0
      given.freeDeliveries += freeDeliveries(benefit)
    }
    this.#atOnce = given
  }

  /** Every benefit that is there before or after, whether anybody holds it or not. */
  #changes(figures: Figures): readonly BenefitChange[] {
    const { before, after } = this.rules
    const [saved, edited] = [before, after].map(
      ({ benefits }) => new Map(benefits.benefits.map((benefit) => [benefit.id, benefit])),
    ) as [Map<string, Benefit>, Map<string, Benefit>]
    return [...new Set([...edited.keys(), ...saved.keys()])].map((id) => {
      const tally = this.#benefits.get(id) ?? { before: NOBODY, after: NOBODY, won: 0, lost: 0 }
      const [had, has] = [saved.get(id) ?? null, edited.get(id) ?? null]
      return {
        id,
        before: had,
        after: has,
        holdersBefore: tally.before.holders,
        holdersAfter: tally.after.holders,
        won: tally.won,
        lost: tally.lost,
        costBefore: had && monthCost(had.perk, tally.before, figures),
        costAfter: has && monthCost(has.perk, tally.after, figures),
      }
    })
  }
}

function withHolder(holding: Holding, spendFen: number, hasBirthday: boolean): Holding {
  return {
    holders: holding.holders + 1,
    spendFen: holding.spendFen + spendFen,
    birthdays: holding.birthdays + Number(hasBirthday),
    birthdaySpendFen: holding.birthdaySpendFen + (hasBirthday ? spendFen : 0),
  }
}

function requirementOf({ perk }: Benefit): Requirement {
  return 'requirement' in perk ? perk.requirement : { of: 'none' }
}

function freeDeliveries({ perk }: Benefit): number {
  if (perk.of === 'freeShippingCoupon') return perk.coupons
  return perk.of === 'freeShippingQuota' ? perk.perMonth : 0
}

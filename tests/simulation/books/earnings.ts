import type { Day } from '@shared/kernel/day'
import type { Behaviour } from '@shared/rules/earning/behaviour'
import type { Audience, Goods, When } from '@shared/rules/earning/multipliers'
import type { PointsValidity } from '@shared/rules/points/validity'
import type { Settings } from '@shared/rules/settings/settings'
import { endOfMonth, plusDays, plusMonths } from './days'
import type { LotChange, PendingChange } from './expected'
import type { MemberBooks } from './memberBooks'
import { areOff } from './tierBooks'

/** The last day of points that are earned on a day. */
function lastDay(validity: PointsValidity, day: Day): Day | null {
  if (validity.kind === 'never') return null
  if (validity.kind === 'days') return plusDays(day, validity.validDays)
  if (validity.kind === 'endOfNextYear') return `${Number(day.slice(0, 4)) + 1}-12-31`
  const last = plusMonths(day, validity.validMonths)
  return validity.toMonthEnd ? endOfMonth(last) : last
}

/** What earning comes to: the cap of the day cuts it, a debt takes its part first, or it waits for its day. */
export interface Earned {
  readonly points: number
  readonly validUntil: Day | null
  readonly releaseDay: Day | null
  readonly lots: readonly LotChange[]
  readonly pending: readonly PendingChange[]
  readonly debt: number
}

export function earn(
  member: MemberBooks,
  behaviour: Behaviour,
  due: number,
  day: Day,
  settings: Settings,
  releaseDays = 0,
): Earned {
  const cap = settings.earning.dailyCaps[behaviour]
  const points = cap === undefined ? due : Math.max(0, Math.min(due, cap - member.earnedOn(behaviour, day)))
  const releaseDay = releaseDays > 0 ? plusDays(day, releaseDays) : null
  const validUntil = lastDay(settings.points.validity, releaseDay ?? day)
  if (releaseDay)
    return { points, validUntil, releaseDay, lots: [], pending: [[releaseDay, validUntil, points]], debt: 0 }
  const debt = Math.min(points, member.owed)
  return { points, validUntil, releaseDay, lots: [[validUntil, points - debt]], pending: [], debt }
}

export interface SoldGoods {
  readonly category: string | null
  readonly product: string | null
  readonly paidFen: number
}

/** What the lines of an order earn by all rules that hold for them, before the cap of the day. */
export function pointsOfLines(
  lines: readonly SoldGoods[],
  member: MemberBooks,
  day: Day,
  { earning, campaigns, tiers, benefits }: Settings,
): number {
  const ofLevel = areOff(tiers) ? [] : benefits.benefits.filter(({ levelId }) => levelId === member.level)
  let weighted = 0
  for (const line of lines) {
    const rates = [
      ...earning.multipliers.filter((rule) => isWhen(rule.when, member, day)),
      ...campaigns.campaigns.filter((rule) => rule.isOn && rule.from <= day && day <= rule.to),
    ]
      .filter((rule) => isIn(rule.goods, line) && isWho(rule.audience, member, tiers))
      .map((rule) => rule.rateBp)
    for (const { perk, for: audience } of ofLevel)
      if (perk.of === 'pointsMultiplier' && audience === 'everyone') rates.push(perk.rateBp)
    const rate = together(rates, earning.stacking)
    weighted += line.paidFen * Math.min(rate, earning.capBp ?? Infinity)
  }
  return Math.floor((weighted * earning.pointsPerYuan) / 1_000_000)
}

function together(rates: readonly number[], stacking: Settings['earning']['stacking']): number {
  if (stacking === 'best') return Math.max(10_000, ...rates)
  if (stacking === 'sumOfExtras') return rates.reduce((sum, rate) => sum + (rate - 10_000), 10_000)
  return rates.reduce((all, rate) => Math.floor((all * rate) / 10_000), 10_000)
}

function isWhen(when: When, { birthday }: MemberBooks, day: Day): boolean {
  if (when.of === 'always') return true
  if (when.of === 'dates') return when.from <= day && day <= when.to
  if (birthday === null) return false
  if (when.of === 'birthdayMonth') return birthday.slice(5, 7) === day.slice(5, 7)
  const isLeapDay = birthday.endsWith('-02-29')
  const kept =
    isLeapDay && endOfMonth(`${day.slice(0, 4)}-02-01`).endsWith('28') ? '02-28' : birthday.slice(5)
  return day.endsWith(kept)
}

function isIn(goods: Goods, { category, product }: SoldGoods): boolean {
  if (goods.of === 'categories') return category !== null && goods.categories.includes(category)
  if (goods.of === 'products') return product !== null && goods.products.includes(product)
  return true
}

/** Nobody has paid for a membership, and nobody is in a segment. */
function isWho(audience: Audience, member: MemberBooks, tiers: Settings['tiers']): boolean {
  if (audience.of === 'tiers') return !areOff(tiers) && audience.tiers.includes(member.level)
  return audience.of === 'everyone'
}

import type { Condition } from '@shared/rules/tiers/conditions'
import type { Benefit, Issue } from '@shared/rules/benefits/benefit'
import { NO_KEEP, type Level } from '@shared/rules/tiers/program'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import type { Length } from '@shared/rules/tiers/validity'
import { plusDays } from '../books/days'
import type { Draw } from './command'

const NAMES = ['regular', 'bronze', 'silver', 'gold', 'diamond', 'black']

/** Levels and their settings as a merchant may come to; now and then some that do not go together. */
export function drawTiers(draw: Draw): TierRules {
  const { random, today } = draw
  const standard = random.pick([
    { of: 'eachOrder' },
    { of: 'total', period: { of: 'sinceUpgrade' } },
    { of: 'total', period: { of: 'history', imported: random.chance(0.5) } },
    { of: 'total', period: { of: 'window', length: drawLength(draw) } },
  ] as const)
  const isHistory = standard.of === 'total' && standard.period.of === 'history'
  const goesTogether = random.chance(0.95)
  const validity = isHistory && goesTogether ? { of: 'permanent' as const } : drawValidity(draw)
  const mayKeep = validity.of !== 'permanent' || !goesTogether
  const isAsked = random.pick([
    { singleOrder: true, total: false },
    { singleOrder: false, total: true },
    { singleOrder: true, total: true },
  ])
  const lockIn = mayKeep && random.chance(0.5) ? { ...isAsked, extension: drawLength(draw) } : null
  return {
    levels: drawLevels(draw, lockIn !== null),
    mostLevels: 12,
    activeFrom: random.chance(0.2) ? plusDays(today, Math.floor((random.next() - 0.7) * 60)) : null,
    standard,
    validity,
    spendingDowngrade: (!isHistory || !goesTogether) && random.chance(0.5),
    lockIn,
    paidPricing: 'unified',
    lowerPaid: 'pauses',
  }
}

const drawLength = ({ random }: Draw): Length =>
  random.pick([
    { of: 'days', days: 1 },
    { of: 'days', days: 7 },
    { of: 'days', days: 30 },
    { of: 'months', months: 1 },
    { of: 'months', months: 3 },
  ])

/** Not of a day or a week: a level that is kept leaves an entry each time, and the clock jumps over years. */
const drawValidity = ({ random }: Draw): TierRules['validity'] =>
  random.pick([
    { of: 'permanent' },
    { of: 'calendarYear' },
    { of: 'days', days: 20 },
    { of: 'months', months: 1 },
    { of: 'months', months: 6 },
  ])

/** The lowest stays as a rule; of the others some are left out, or stand in another order. */
function drawLevels(draw: Draw, isKept: boolean): Level[] {
  const { random } = draw
  const names = NAMES.filter((name) => name === 'regular' || random.chance(0.7))
  const [lowest = 'regular', ...others] = random.chance(0.1) ? [...names].reverse() : names
  const yuan = random.pick([50, 200, 1_000])
  const higher = others.map((name, index) => {
    const amountFen = yuan * 100 * (index + 1) ** 2
    const keep = { singleOrderFen: Math.ceil(amountFen / 4), totalFen: Math.ceil(amountFen / 2) }
    return level(name, drawCondition(draw, amountFen), isKept ? keep : NO_KEEP)
  })
  return [level(lowest, null, NO_KEEP), ...higher]
}

function level(name: string, condition: Condition | null, keep: Level['keep']): Level {
  return {
    id: name,
    name: { zh: `等级 ${name}`, en: `Level ${name}` },
    material: 'paper',
    icon: null,
    color: null,
    kind: 'basic',
    condition,
    keep,
    paid: null,
  }
}

function drawCondition({ random }: Draw, amountFen: number): Condition {
  const spend = { measure: 'spend' as const, atLeast: amountFen }
  const growth = { measure: 'growth' as const, atLeast: Math.ceil(amountFen / 100) }
  const orders = { measure: 'orders' as const, atLeast: 3 }
  const largest = { measure: 'largestOrder' as const, atLeast: Math.ceil(amountFen / 3) }
  return random.pick<Condition>([
    spend,
    { any: [growth, spend] },
    growth,
    { all: [spend, orders] },
    { any: [{ all: [largest, orders] }, { all: [spend, { any: [growth, largest] }] }] },
  ])
}

const DISCOUNTING = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: false },
} as const

/** What the levels give; mostly what is given by an upgrade, at once and by the calendar. */
export function drawBenefits(draw: Draw): Benefit[] {
  const { random } = draw
  return Array.from({ length: random.pick([0, 1, 3, 6]) }, (_, index) => {
    const issue = drawIssue(draw)
    return {
      id: `b${Math.floor(random.next() * 4)}${index}`,
      levelId: random.pick(NAMES),
      for: 'everyone' as const,
      name: { zh: `权益 ${index}`, en: `Benefit ${index}` },
      description: { zh: '', en: '' },
      icon: null,
      addedOn: draw.today,
      perk: random.pick<Benefit['perk']>([
        { of: 'pointsOnUpgrade', points: random.pick([5, 100, 2_000]) },
        { of: 'pointsOnUpgrade', points: 50 },
        { of: 'voucher', amountFen: 1_000, validDays: 10, issue, ...DISCOUNTING },
        { of: 'freeShippingCoupon', coupons: 2, validDays: 30, issue, ...DISCOUNTING },
        { of: 'freeShippingQuota', perMonth: 2, ...DISCOUNTING },
        { of: 'birthdayDiscount', rateBp: 8_000, ...DISCOUNTING },
        { of: 'prioritySupport' },
      ]),
    }
  })
}

const drawIssue = ({ random }: Draw): Issue =>
  random.pick<Issue>([
    { of: 'atOnce' },
    { of: 'yearly', month: 1 + Math.floor(random.next() * 12), dayOfMonth: 29 },
    { of: 'everyMonths', months: random.pick([1, 2, 6]), dayOfMonth: random.pick([1, 15, 31]) },
  ])

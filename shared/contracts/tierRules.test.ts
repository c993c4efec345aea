import * as z from 'zod'
import type { Condition } from '@shared/rules/tiers/conditions'
import { DEFAULT_PROGRAM, type Level } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import { tierRules } from './tierRules'

const rules = rulesOf(DEFAULT_PROGRAM)
const [regular, bronze] = rules.levels as [Level, Level]
const spend: Condition = { measure: 'spend', atLeast: 100_000 }

const withCondition = (condition: Condition): TierRules => ({
  ...rules,
  levels: [regular, { ...bronze, condition }],
})
const takes = (value: unknown): boolean => tierRules.safeParse(value).success

test('what a shop begins with, and every kind of setting, can be told', () => {
  const dual: Level = {
    ...bronze,
    icon: 'crown',
    color: '#1f6f54',
    kind: 'dual',
    keep: { singleOrderFen: 50_000, totalFen: 90_000 },
    paid: { priceFen: 29_900, priceFenByLevel: { regular: 39_900 }, validDays: 365 },
  }
  const full: TierRules = {
    ...rules,
    levels: [regular, dual],
    activeFrom: '2026-01-01',
    standard: { of: 'total', period: { of: 'window', length: { of: 'months', months: 12 } } },
    validity: { of: 'days', days: 365 },
    spendingDowngrade: true,
    lockIn: { singleOrder: true, total: true, extension: { of: 'months', months: 6 } },
    paidPricing: 'byLevel',
    lowerPaid: 'ends',
  }
  expect(tierRules.parse(rules)).toEqual(rules)
  expect(tierRules.parse(full)).toEqual(full)
})

test('a condition is a tree of groups, as deep as a person can read', () => {
  const two: Condition = { any: [spend, { all: [spend, { any: [spend, spend] }] }] }
  expect(takes(withCondition(two))).toBe(true)
  expect(takes(withCondition({ all: [two] }))).toBe(false)
  expect(takes(withCondition({ any: Array.from({ length: 13 }, () => spend) }))).toBe(false)
})

test('a tree nested without end is refused, not walked', () => {
  const DEEP = 100_000
  const json = `${'{"all":['.repeat(DEEP)}{"measure":"spend","atLeast":1}${']}'.repeat(DEEP)}`
  expect(takes(withCondition(JSON.parse(json) as Condition))).toBe(false)
})

test.each([
  ['a version', { version: 7 }],
  ['pauses', { pauses: [{ from: '2026-01-01', to: null }] }],
  ['something unknown', { levels: [{ ...regular, rank: 3 }] }],
  ['more levels than any shop has', { levels: Array.from({ length: 21 }, () => regular) }],
  ['a limit above that', { mostLevels: 21 }],
  ['part of a fen', { levels: [{ ...bronze, keep: { singleOrderFen: 0.5, totalFen: null } }] }],
  ['a colour by its name', { levels: [{ ...bronze, color: 'red' }] }],
  ['two groups in one', { levels: [{ ...bronze, condition: { all: [spend], any: [spend] } }] }],
])('%s is refused', (_, change) => {
  expect(takes({ ...rules, ...change })).toBe(false)
})

test('it can be written as JSON Schema', () => {
  const schema = z.toJSONSchema(tierRules, { io: 'input' })
  expect(JSON.stringify(schema)).toContain('"largestOrder"')
})

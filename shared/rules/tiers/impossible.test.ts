import type { Condition } from './conditions'
import { impossible } from './impossible'
import { DEFAULT_PROGRAM, NO_KEEP, type Level, type TierProgram } from './program'

const spend: Condition = { measure: 'spend', atLeast: 100_000 }
const window = (length: { of: 'days'; days: number } | { of: 'months'; months: number }) =>
  ({ standard: { of: 'total', period: { of: 'window', length } } }) as const

const [regular, bronze] = DEFAULT_PROGRAM.levels as [Level, Level]
const second = (change: Partial<Level>): Partial<TierProgram> => ({
  levels: [regular, { ...bronze, ...change }],
})
const paid = { priceFen: 29_900, priceFenByLevel: {}, validDays: 365 }
const sinceUpgrade = { of: 'total', period: { of: 'sinceUpgrade' } } as const
const year = { of: 'calendarYear' } as const
const lockIn = { singleOrder: true, total: false, extension: { of: 'days', days: 30 } } as const

test('what a store begins with can be saved', () => {
  expect(impossible(DEFAULT_PROGRAM)).toEqual([])
})

test.each<[string, Partial<TierProgram>]>([
  ['noLevel', { levels: [] }],
  ['tooManyLevels', { mostLevels: 5 }],
  ['sameId', second({ id: 'regular' })],
  ['lowestNotFree', { levels: [{ ...regular, condition: spend }] }],
  ['lowestNotFree', { levels: [{ ...regular, kind: 'paid', paid }] }],
  ['noCondition', second({ condition: null })],
  ['conditionOnPaid', second({ kind: 'paid', paid })],
  ['emptyGroup', second({ condition: { any: [spend, { all: [] }] } })],
  ['amountNotPositive', second({ condition: { measure: 'invitations', atLeast: 0 } })],
  ['amountNotPositive', second({ condition: { measure: 'growth', atLeast: 1.5 } })],
  ['tooManyConditions', second({ condition: { all: Array.from({ length: 13 }, () => spend) } })],
  ['noPrice', second({ kind: 'dual' })],
  ['noPrice', second({ kind: 'dual', paid: { ...paid, validDays: 0 } })],
  ['amountNotPositive', second({ kind: 'dual', paid: { ...paid, priceFen: 0 } })],
  ['priceOnBasic', second({ paid })],
  ['priceOfUnknownLevel', second({ kind: 'dual', paid: { ...paid, priceFenByLevel: { platinum: 1 } } })],
  ['historyNeverEnds', { validity: year }],
  ['historyFollowsTotal', { spendingDowngrade: true }],
  ['lockInWithoutEnd', { standard: sinceUpgrade, lockIn: { ...lockIn }, levels: [regular] }],
  [
    'lockInWithoutCriterion',
    { standard: sinceUpgrade, validity: year, lockIn: { ...lockIn, singleOrder: false } },
  ],
  [
    'noKeepAmount',
    { standard: sinceUpgrade, validity: year, lockIn, levels: [regular, { ...bronze, keep: NO_KEEP }] },
  ],
  ['lengthNotPositive', window({ of: 'days', days: 0 })],
  ['lengthNotPositive', { standard: sinceUpgrade, validity: { of: 'months', months: 0 } }],
  ['windowTooLong', window({ of: 'days', days: 732 })],
  ['windowTooLong', window({ of: 'months', months: 25 })],
  ['notADay', { activeFrom: '2026-13-01' }],
])('%s', (code, change) => {
  const found = impossible({ ...DEFAULT_PROGRAM, ...change })
  expect(found.map((each) => each.code)).toEqual([code])
  for (const { reason } of found) expect(reason.zh.length * reason.en.length).toBeGreaterThan(0)
})

test('lock-in over all of the history is refused for its validity: it has none', () => {
  const codes = impossible({ ...DEFAULT_PROGRAM, lockIn, levels: [regular] }).map(({ code }) => code)
  expect(codes).toEqual(['lockInWithoutEnd'])
})

test('a level that is only sold needs no amount that keeps it, and is told by its id when it is wrong', () => {
  const vip: Level = { ...bronze, id: 'vip', kind: 'paid', condition: null, keep: NO_KEEP, paid }
  const program = {
    ...DEFAULT_PROGRAM,
    standard: sinceUpgrade,
    validity: year,
    lockIn,
    levels: [regular, vip],
  }
  expect(impossible(program)).toEqual([])
  expect(impossible({ ...program, levels: [regular, { ...vip, paid: null }] })).toMatchObject([
    { code: 'noPrice', levelId: 'vip' },
  ])
})

import { addDays, monthOf, type Day } from '@shared/kernel/day'
import fc from 'fast-check'
import { benefitsOf, type Benefit, type Holder, type Issue, type Perk } from './benefit'
import { grantsDue, nextGrant, withGrant, type Grant, type Granted } from './grants'
import { pointsOnUpgrade } from './onUpgrade'

const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: false, withCodes: false },
} as const
const voucher = (issue: Issue): Perk => ({
  of: 'voucher',
  amountFen: 2_000,
  validDays: 30,
  issue,
  ...discounting,
})
const monthly = (months: number, dayOfMonth: number): Perk =>
  voucher({ of: 'everyMonths', months, dayOfMonth })

function benefit(perk: Perk, more: Partial<Benefit> = {}): Benefit {
  return {
    id: 'b',
    levelId: 'gold',
    for: 'everyone',
    name: { zh: '权益', en: 'Benefit' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-01-01',
    perk,
    ...more,
  }
}

const gold: Holder = {
  member: 'm',
  levelId: 'gold',
  since: '2026-01-31',
  reachedOn: '2026-01-31',
  paidSince: null,
  birthday: null,
}
const periodsOf = (grants: readonly Grant[]) => grants.map(({ period, day }) => [period, day])
const due = (perk: Perk, today: Day, holder: Partial<Holder> = {}, more: Partial<Benefit> = {}) =>
  periodsOf(grantsDue([benefit(perk, more)], { ...gold, ...holder }, [], today))

test('at once when the level is reached, and never again', () => {
  const perk = voucher({ of: 'atOnce' })
  expect(due(perk, '2026-01-31')).toEqual([['once', '2026-01-31']])
  const granted = [{ benefitId: 'b', period: 'once', day: '2026-01-31' }]
  expect(grantsDue([benefit(perk)], { ...gold, since: '2027-05-01' }, granted, '2027-06-01')).toEqual([])
})

test('every year on a date, from the day the level is held', () => {
  const perk = voucher({ of: 'yearly', month: 6, dayOfMonth: 18 })
  expect(due(perk, '2026-06-17')).toEqual([])
  expect(due(perk, '2027-06-18')).toEqual([
    ['2026', '2026-06-18'],
    ['2027', '2027-06-18'],
  ])
  expect(due(perk, '2026-12-31', { since: '2026-06-18' })).toEqual([['2026', '2026-06-18']])
  expect(due(perk, '2026-12-31', { since: '2026-06-19' })).toEqual([])
})

test('29 February is 28 February in other years', () => {
  expect(due(voucher({ of: 'yearly', month: 2, dayOfMonth: 29 }), '2028-12-31')).toEqual([
    ['2026', '2026-02-28'],
    ['2027', '2027-02-28'],
    ['2028', '2028-02-29'],
  ])
})

test('every X months on day N, a missing day being the last of its month', () => {
  expect(due(monthly(1, 31), '2026-04-30')).toEqual([
    ['2026-01', '2026-01-31'],
    ['2026-02', '2026-02-28'],
    ['2026-03', '2026-03-31'],
    ['2026-04', '2026-04-30'],
  ])
  expect(due(monthly(3, 15), '2026-12-31', {}, { addedOn: '2026-02-20' })).toEqual([
    ['2026-05', '2026-05-15'],
    ['2026-08', '2026-08-15'],
    ['2026-11', '2026-11-15'],
  ])
})

test('a quota of free deliveries for every month, the first from the day of the level', () => {
  expect(due({ of: 'freeShippingQuota', perMonth: 3, ...discounting }, '2026-03-10')).toEqual([
    ['2026-01', '2026-01-31'],
    ['2026-02', '2026-02-01'],
    ['2026-03', '2026-03-01'],
  ])
})

describe('the discount of the birthday month', () => {
  const perk: Perk = { of: 'birthdayDiscount', rateBp: 8_000, ...discounting }
  const born = (day: Day, setOn: Day): Partial<Holder> => ({ birthday: { day, setOn } })

  test('opens on its first day, every year', () => {
    expect(due(perk, '2027-05-01', born('1990-05-20', '2026-01-10'))).toEqual([
      ['2026', '2026-05-01'],
      ['2027', '2027-05-01'],
    ])
    expect(due(perk, '2026-12-31')).toEqual([])
  })

  test('is given within the month to whoever tells the birthday or reaches the level then, and not after it', () => {
    expect(due(perk, '2026-05-31', born('1990-05-20', '2026-05-31'))).toEqual([['2026', '2026-05-31']])
    expect(due(perk, '2026-12-31', born('1990-05-20', '2026-06-01'))).toEqual([])
    expect(due(perk, '2026-12-31', { ...born('1990-05-20', '2025-01-01'), since: '2026-05-20' })).toEqual([
      ['2026', '2026-05-20'],
    ])
  })

  test('is one a year, whatever is changed', () => {
    const granted: Granted[] = [{ benefitId: 'b', period: '2026', day: '2026-02-01' }]
    const moved = { ...gold, ...born('1990-12-20', '2026-03-01') }
    expect(periodsOf(grantsDue([benefit(perk)], moved, granted, '2027-12-31'))).toEqual([
      ['2027', '2027-12-01'],
    ])
  })
})

test('a benefit that is added is given to present members: at once, and for its periods from then on', () => {
  expect(due(voucher({ of: 'atOnce' }), '2026-08-08', {}, { addedOn: '2026-08-08' })).toEqual([
    ['once', '2026-08-08'],
  ])
  expect(due(monthly(1, 5), '2026-09-05', {}, { addedOn: '2026-08-08' })).toEqual([['2026-09', '2026-09-05']])
})

test('a benefit that is removed is given no more', () => {
  expect(grantsDue([], gold, [], '2030-01-01')).toEqual([])
  expect(nextGrant([], gold, [])).toBeNull()
})

test('a benefit whose day is moved within a month that was given for is not given twice', () => {
  const granted: Granted[] = [{ benefitId: 'b', period: '2026-03', day: '2026-03-05' }]
  expect(periodsOf(grantsDue([benefit(monthly(1, 25))], gold, granted, '2026-04-25'))).toEqual([
    ['2026-04', '2026-04-25'],
  ])
})

test('a level that is lost and reached again, and a schedule that is changed to and fro, never give a period twice', () => {
  const steps = fc.array(fc.record({ perk: anyPerk, wait: fc.nat(90), regained: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  })
  fc.assert(
    fc.property(steps, (each) => {
      let [today, since] = ['2026-01-01', '2026-01-01']
      let granted: readonly Granted[] = []
      const keys: string[] = []
      for (const { perk, wait, regained } of each) {
        today = addDays(today, wait)
        if (regained) since = today
        const holder = { ...gold, since, birthday: { day: '1990-05-20', setOn: '2026-01-01' } }
        for (const grant of grantsDue([benefit(perk)], holder, granted, today)) {
          keys.push(grant.key)
          granted = withGrant(granted, grant)
        }
      }
      expect(new Set(keys).size).toBe(keys.length)
      expect(granted.length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})

test('benefits for those who paid are given from the day they paid, and to nobody else', () => {
  const paidOnly = { for: 'paidOnly' } as const
  expect(due(voucher({ of: 'atOnce' }), '2026-12-31', {}, paidOnly)).toEqual([])
  expect(due(voucher({ of: 'atOnce' }), '2026-12-31', { paidSince: '2026-03-03' }, paidOnly)).toEqual([
    ['once', '2026-03-03'],
  ])
})

test('what holds with the level is not given, and belongs to its level alone', () => {
  const standing: Perk[] = [
    { of: 'discount', rateBp: 9_500, ...discounting },
    { of: 'pointsMultiplier', rateBp: 15_000 },
    { of: 'prioritySupport' },
    { of: 'extendedReturns', days: 30 },
    { of: 'earlyAccess', hours: 24 },
    { of: 'custom' },
  ]
  const benefits = standing.map((perk, i) => benefit(perk, { id: `b${i}` }))
  expect(grantsDue(benefits, gold, [], '2030-01-01')).toEqual([])
  expect(benefitsOf(benefits, gold)).toHaveLength(6)
  expect(benefitsOf(benefits, { ...gold, levelId: 'silver' })).toEqual([])
})

describe('points on upgrade', () => {
  const points = (given: number, id = 'p') => benefit({ of: 'pointsOnUpgrade', points: given }, { id })

  test('come with the upgrade, once for each level and member, whatever becomes of the benefit', () => {
    const first = pointsOnUpgrade([points(500)], gold, [])
    expect(first).toMatchObject({ key: 'upgrade:gold:m', levelId: 'gold', points: 500 })
    expect(pointsOnUpgrade([points(800, 'another')], gold, ['gold'])).toBeNull()
    expect(pointsOnUpgrade([points(500)], { ...gold, levelId: 'silver' }, [])).toBeNull()
  })

  test('do not come with an upgrade of a day before the benefit was added, which past orders can bring', () => {
    const added = benefit({ of: 'pointsOnUpgrade', points: 500 }, { addedOn: '2026-02-01' })
    expect(pointsOnUpgrade([added], gold, [])).toBeNull()
    // Since then the levels were off and on again: that moves no upgrade to a later day.
    expect(pointsOnUpgrade([added], { ...gold, since: '2026-03-01' }, [])).toBeNull()
    expect(pointsOnUpgrade([added], { ...gold, reachedOn: '2026-02-01' }, [])).toMatchObject({ points: 500 })
  })

  test('are not given to present members when the benefit is added', () => {
    expect(grantsDue([points(500)], gold, [], '2030-01-01')).toEqual([])
  })
})

const anyPerk: fc.Arbitrary<Perk> = fc.oneof(
  fc.constant(voucher({ of: 'atOnce' })),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, dayOfMonth]) => voucher({ of: 'yearly', month, dayOfMonth })),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([months, dayOfMonth]) => monthly(months, dayOfMonth)),
  fc.constant<Perk>({ of: 'freeShippingQuota', perMonth: 2, ...discounting }),
  fc.constant<Perk>({ of: 'birthdayDiscount', rateBp: 8_000, ...discounting }),
)

const anyDay = (from: Day, days: number) => fc.nat(days).map((offset) => addDays(from, offset))

const anyHolder: fc.Arbitrary<Holder> = fc.record({
  member: fc.constant('m'),
  levelId: fc.constant('gold'),
  since: anyDay('2026-01-01', 500),
  reachedOn: fc.constant('2026-01-01'),
  paidSince: fc.constant(null),
  birthday: fc.record({ day: anyDay('1988-01-01', 1_000), setOn: anyDay('2026-01-01', 600) }),
})

/** Gives everything due on each of the days at which the timer happened to run. */
function runs(benefits: readonly Benefit[], holder: Holder, days: readonly Day[]): readonly Grant[] {
  let granted: readonly Granted[] = []
  const given: Grant[] = []
  for (const day of days) {
    for (const grant of grantsDue(benefits, holder, granted, day)) {
      given.push(grant)
      granted = withGrant(granted, grant)
    }
    expect(grantsDue(benefits, holder, granted, day)).toEqual([])
    expect((nextGrant(benefits, holder, granted)?.day ?? '9') > day).toBe(true)
  }
  return given
}

/** Looks at every single day, with nothing but the words of the rules. */
function naive({ perk, addedOn }: Benefit, holder: Holder, last: Day): readonly (readonly [string, Day])[] {
  const given = new Map<string, Day>()
  for (let day = '2026-01-01'; day <= last; day = addDays(day, 1)) {
    if (day < addedOn || day < holder.since) continue
    const period = periodOn(perk, addedOn, holder, day)
    if (period !== null && !given.has(period)) given.set(period, day)
  }
  return [...given]
}

function periodOn(perk: Perk, addedOn: Day, { birthday }: Holder, day: Day): string | null {
  const [year = '', month = '', date = ''] = day.split('-')
  const lastOfMonth = monthOf(addDays(day, 1)) !== monthOf(day)
  const isOn = (wanted: number) => Number(date) === wanted || (lastOfMonth && wanted > Number(date))
  if (perk.of === 'freeShippingQuota') return `${year}-${month}`
  if (perk.of === 'birthdayDiscount')
    return birthday && day >= birthday.setOn && birthday.day.slice(5, 7) === month ? year : null
  if (perk.of !== 'voucher') return null
  const { issue } = perk
  if (issue.of === 'atOnce') return 'once'
  if (!isOn(issue.dayOfMonth)) return null
  if (issue.of === 'yearly') return Number(month) === issue.month ? year : null
  const passed =
    Number(year) * 12 + Number(month) - Number(addedOn.slice(0, 4)) * 12 - Number(addedOn.slice(5, 7))
  return passed >= 0 && passed % issue.months === 0 ? `${year}-${month}` : null
}

test('no period is skipped or doubled, whatever the days on which the timer runs, and running twice gives once', () => {
  const anyRun = fc.record({
    perk: anyPerk,
    addedOn: anyDay('2026-01-01', 500),
    holder: anyHolder,
    days: fc.uniqueArray(fc.nat(1_200), { minLength: 1, maxLength: 12 }),
  })
  fc.assert(
    fc.property(anyRun, ({ perk, addedOn, holder, days }) => {
      const sorted = days.sort((a, b) => a - b).map((offset) => addDays('2026-01-01', offset))
      const one = benefit(perk, { addedOn })
      const given = runs([one], holder, sorted)
      expect(periodsOf(given)).toEqual(naive(one, holder, sorted.at(-1) ?? ''))
      expect(new Set(given.map(({ key }) => key)).size).toBe(given.length)
    }),
    { numRuns: 300 },
  )
})

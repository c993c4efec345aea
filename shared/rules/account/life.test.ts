import { addDays, type Day } from '@shared/kernel/day'
import { startOfDay } from '@shared/kernel/businessDay'
import fc from 'fast-check'
import type { Benefit, GivenPerk, Issue } from '../benefits/benefit'
import { nextGrantOf } from '../benefits/give'
import { checkIn } from '../checkin/checkIn'
import { countsFrom, type GrowthMode } from '../growth/window'
import { join } from '../member/join'
import { importOrder } from '../orders/importOrder'
import type { SaleDocument } from '../orders/order'
import { recordSale } from '../orders/recordSale'
import { refundSale } from '../orders/refundSale'
import { mostPoints } from '../points/toCash'
import type { PointsValidity } from '../points/validity'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import type { Account } from './account'
import { auditAccount } from './audit'
import { isSettled, settle, withDueDay } from './settle'

const FIRST = '2026-01-01'

type Event =
  | { readonly does: 'checkIn' }
  | { readonly does: 'buy'; readonly fen: number; readonly uses: number }
  | { readonly does: 'refund'; readonly which: number; readonly share: number }
  | { readonly does: 'import'; readonly daysAgo: number; readonly fen: number }
  | { readonly does: 'changeGrowth'; readonly mode: GrowthMode }
  | { readonly does: 'changeBenefits'; readonly benefits: readonly GivenPerk[] }
  | { readonly does: 'tellBirthday'; readonly day: Day }

const anyMode: fc.Arbitrary<GrowthMode> = fc.oneof(
  fc.constant({ kind: 'allTime' as const }),
  fc.record({ kind: fc.constant('rolling' as const), windowDays: fc.integer({ min: 1, max: 731 }) }),
  fc.record({
    kind: fc.constant('reset' as const),
    everyMonths: fc.integer({ min: 1, max: 24 }),
    from: fc.integer({ min: -300, max: 300 }).map((offset) => addDays(FIRST, offset)),
  }),
)

const anyValidity: fc.Arbitrary<PointsValidity> = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.constant({ kind: 'endOfNextYear' as const }),
  fc.record({ kind: fc.constant('days' as const), validDays: fc.integer({ min: 1, max: 90 }) }),
  fc.record({
    kind: fc.constant('months' as const),
    validMonths: fc.integer({ min: 1, max: 12 }),
    toMonthEnd: fc.boolean(),
  }),
)

const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: true },
} as const

const anyDate = { month: fc.integer({ min: 1, max: 12 }), dayOfMonth: fc.integer({ min: 1, max: 31 }) }
const anyIssue: fc.Arbitrary<Issue> = fc.oneof(
  fc.constant({ of: 'atOnce' as const }),
  fc.record({ of: fc.constant('yearly' as const), ...anyDate }),
  fc.record({
    of: fc.constant('everyMonths' as const),
    months: fc.integer({ min: 1, max: 6 }),
    dayOfMonth: anyDate.dayOfMonth,
  }),
)
const anyPerk: fc.Arbitrary<GivenPerk> = fc.oneof(
  anyIssue.map((issue) => ({
    of: 'voucher' as const,
    amountFen: 1_000,
    validDays: 30,
    issue,
    ...discounting,
  })),
  fc.constant({ of: 'freeShippingQuota' as const, perMonth: 2, ...discounting }),
  fc.constant({ of: 'birthdayDiscount' as const, rateBp: 9_000, ...discounting }),
)
const anyPerks = fc.array(anyPerk, { maxLength: 3 })

/** Of the levels that a member of these lives comes to, one after another. */
const benefitsOn = (perks: readonly GivenPerk[], addedOn: Day): Benefit[] =>
  perks.map((perk, place) => ({
    id: `b${place}`,
    levelId: ['regular', 'bronze', 'silver'][place] ?? 'regular',
    for: 'everyone',
    name: { zh: '权益', en: 'Benefit' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn,
    perk,
  }))

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    perks: anyPerks,
    validity: anyValidity,
    mode: anyMode,
    releaseDays: fc.constantFrom(0, 0, 3, 15),
    cap: fc.option(fc.integer({ min: 0, max: 300 })),
  })
  .map(({ perks, validity, mode, releaseDays, cap }) => ({
    ...DEFAULT_SETTINGS,
    benefits: { version: 0, benefits: benefitsOn(perks, FIRST) },
    points: { ...DEFAULT_SETTINGS.points, validity },
    growth: { version: 0, mode },
    earning: { ...DEFAULT_SETTINGS.earning, releaseDays, dailyCaps: cap === null ? {} : { order: cap } },
  }))

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ does: 'checkIn' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('buy' as const), fen: fc.nat(200_000), uses: fc.nat(20) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('refund' as const),
      which: fc.nat(20),
      share: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      daysAgo: fc.nat(1_200),
      fen: fc.nat(100_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('changeGrowth' as const), mode: anyMode }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('changeBenefits' as const), benefits: anyPerks }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('tellBirthday' as const),
      day: fc.nat(365).map((days) => addDays('1990-01-01', days)),
    }),
  },
)

/** Days to wait before each event: mostly few, sometimes many. */
const anyLife = fc.array(
  fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(500) }), anyEvent),
  { minLength: 1, maxLength: 30 },
)

interface Life {
  readonly account: Account
  readonly orders: readonly SaleDocument[]
  readonly past: readonly number[]
  readonly settings: Settings
}

const at = (day: Day) => startOfDay(day) + 12 * 3_600_000
const on = (today: Day) => ({ today, at: at(today), by: 'staff:m0' }) as const

function live(life: Life, event: Event, today: Day): Life {
  const { account, settings, orders } = life
  switch (event.does) {
    case 'checkIn':
      return { ...life, account: checkIn(account, today, at(today), settings) ?? account }
    case 'buy': {
      const number = `o${orders.length}`
      const most = Math.min(
        mostPoints(event.fen, settings.points.toCash),
        Math.floor(account.balances.points / 100) * 100,
      )
      const lines = [{ category: null, product: null, quantity: 1, amountFen: event.fen }]
      const sale = {
        orderId: number,
        externalId: number,
        lines,
        freightFen: 0,
        points: Math.min(most, event.uses * 100),
      }
      const sold = recordSale(account, sale, settings, on(today))
      if (!sold.ok) throw new Error(sold.error.code)
      return { ...life, account: sold.value.account, orders: [...orders, sold.value.order] }
    }
    case 'refund': {
      const order = orders[event.which % Math.max(1, orders.length)]
      if (!order) return life
      const amountFen = Math.ceil(order.netFen / event.share)
      const asked = { refundId: `r${order.refunds.length}`, amountFen, freightFen: 0 }
      const refunded = refundSale(account, order, asked, settings, on(today))
      if (!refunded.ok) return life
      const { value } = refunded
      return {
        ...life,
        account: value.account,
        orders: orders.map((each) => (each._id === order._id ? value.order : each)),
      }
    }
    case 'import': {
      const order = {
        orderId: `p${life.past.length}`,
        placedDay: addDays(today, -event.daysAgo),
        quantity: 1,
        amountFen: event.fen,
      }
      const booked = importOrder(account, order, settings, at(today), 'staff:m0')
      return { ...life, account: settle(booked, today, settings, at(today)), past: [...life.past, event.fen] }
    }
    case 'changeGrowth': {
      const changed = { ...settings, growth: { version: settings.growth.version + 1, mode: event.mode } }
      return { ...life, settings: changed, account: settle(account, today, changed, at(today)) }
    }
    case 'changeBenefits': {
      const version = settings.benefits.version + 1
      const changed = { ...settings, benefits: { version, benefits: benefitsOn(event.benefits, today) } }
      return { ...life, settings: changed, account: settle(account, today, changed, at(today)) }
    }
    case 'tellBirthday':
      return { ...life, account: { ...account, birthday: { day: event.day, setOn: today } } }
  }
}

function begin(settings: Settings): Life {
  const account = join(null, 'm1', FIRST, at(FIRST), '1', settings)
  if (!account) throw new Error('did not join')
  return { account: withDueDay(account, settings, FIRST), orders: [], past: [], settings }
}

/** What should have gone by a day, looked for one by one. */
function leftOver({ account, settings }: Life, today: Day) {
  const from = countsFrom(settings.growth.mode, today) ?? ''
  return [
    ...account.lots.filter(({ validUntil }) => validUntil !== null && validUntil < today),
    ...account.pending.filter(({ releaseDay }) => releaseDay <= today),
    ...account.growthDays.filter(({ day, gained, counted }) => counted !== (day >= from ? gained : 0)),
    ...[nextGrantOf(account, settings)].filter((grant) => grant !== null && grant.day <= today),
  ]
}

function faults({ account, orders, past }: Life) {
  const count = orders.filter(({ state }) => state === 'completed').length + past.length
  const fen = orders.reduce((sum, { netFen }) => sum + netFen, 0) + past.reduce((sum, each) => sum + each, 0)
  return auditAccount(account, account.tail, { count, fen })
}

test('whatever a member does under whatever rules, the books have no difference and nothing is left due', () => {
  fc.assert(
    fc.property(anySettings, anyLife, (settings, events) => {
      let today = FIRST
      let life = begin(settings)
      for (const [wait, event] of events) {
        today = addDays(today, wait)
        life = { ...life, account: settle(life.account, today, life.settings, at(today)) }
        expect(isSettled(life.account, today, life.settings)).toBe(true)
        expect(leftOver(life, today)).toEqual([])
        life = live(life, event, today)
        life = { ...life, account: withDueDay(life.account, life.settings, today) }
      }
      expect(faults(life)).toEqual([])
      expect(new Set(life.account.tail.map(({ _id }) => _id)).size).toBe(life.account.tail.length)
      expect(new Set(life.account.outgoing.map(({ _id }) => _id)).size).toBe(life.account.outgoing.length)
    }),
    { numRuns: 300 },
  )
})

test('settling day by day, at once, in small steps or twice comes to the same balances', () => {
  fc.assert(
    fc.property(anySettings, anyLife, fc.integer({ min: 1, max: 200 }), (settings, events, days) => {
      let today = FIRST
      let life = begin(settings)
      for (const [wait, event] of events) {
        today = addDays(today, wait)
        life = live({ ...life, account: settle(life.account, today, life.settings, 1) }, event, today)
      }
      const rules = life.settings
      const last = addDays(today, days)
      const atOnce = settle(life.account, last, rules, 1)
      let daily = life.account
      for (let day = today; day <= last; day = addDays(day, 1)) daily = settle(daily, day, rules, 1)
      let inSteps = settle(life.account, last, rules, 1, 1)
      while (!isSettled(inSteps, last, rules)) inSteps = settle(inSteps, last, rules, 1, 1)
      const sum = ({ balances, lots, pending, growthDays, granted, dueDay, tail }: Account) => ({
        balances,
        lots,
        pending,
        growthDays,
        granted,
        dueDay,
        entries: tail.map(({ _id, day, change }) => [_id, day, change]),
      })
      expect(sum(daily)).toEqual(sum(atOnce))
      expect(sum(inSteps)).toEqual(sum(atOnce))
      expect(settle(atOnce, last, rules, 2)).toEqual(atOnce)
    }),
    { numRuns: 100 },
  )
})

import type { OutputOf } from '@shared/contracts'
import type { ImpossibleSetting } from '@shared/contracts/errors'
import type { Words } from '@shared/kernel/words'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf } from '@shared/rules/tiers/tierRules'
import { auditBooks } from '../support/auditBooks'
import { fakeDate } from '../support/fakeDate'
import { accountOf } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'

const START = '2026-03-15'
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

let shop: Shop

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(`${START}T10:00:00+08:00`)
  shop = await openShop()
  await shop.staff('owner', 'owner')
  await shop.staff('manager', 'manager')
  await shop.staff('clerk', 'clerk')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
  jest.restoreAllMocks()
})

const later = () => jest.setSystemTime(Date.now() + KEPT_MS)
const goTo = (day: string) => jest.setSystemTime(Date.parse(`${day}T10:00:00+08:00`))

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const quarterly: Perk = {
  of: 'voucher',
  amountFen: 2_000,
  validDays: 30,
  issue: { of: 'everyMonths', months: 3, dayOfMonth: 31 },
  ...discounting,
}

function benefit(id: string, change: Partial<Benefit> = {}): Benefit {
  const words = { zh: '权益', en: 'Benefit' }
  const base = { id, levelId: 'gold', for: 'everyone', icon: null, addedOn: START, perk: quarterly } as const
  return { ...base, name: words, description: words, ...change }
}
const double = benefit('double', { levelId: 'regular', perk: { of: 'pointsMultiplier', rateBp: 20_000 } })

const save = (expectedVersion: number, benefits: readonly Benefit[], openid = 'owner') =>
  shop.merchant(openid, 'settings.save', {
    topic: 'benefits',
    expectedVersion,
    value: { benefits },
  })

async function read() {
  const answer = await shop.merchant('owner', 'settings.read', { topic: 'benefits' })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Extract<OutputOf<'settings.read'>, { topic: 'benefits' }>
}
const daysAdded = async () =>
  Object.fromEntries((await read()).value.benefits.map(({ id, addedOn }) => [id, addedOn]))

async function reasonsOf(...benefits: readonly Benefit[]): Promise<readonly ImpossibleSetting[]> {
  const { version } = await read()
  const answer = await save(version, benefits)
  if (answer.ok) throw new Error('it was saved')
  expect(answer.error.code).toBe('IMPOSSIBLE_SETTINGS')
  return (answer.error.data as unknown as { reasons: ImpossibleSetting[] }).reasons
}

test('a shop begins without benefits; what is saved is read back, as the next version', async () => {
  expect(await read()).toMatchObject({ version: 0, value: { benefits: [] }, changed: null })
  const saved = await save(0, [benefit('a')])
  expect(saved).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await read()).toMatchObject({
    version: 1,
    value: { benefits: [benefit('a')] },
    changed: { role: 'owner', isMe: true },
  })
})

test('the day on which a benefit was added is the store’s to say, and outlives an edit', async () => {
  await save(0, [benefit('a', { addedOn: '2020-01-01' })])
  expect(await daysAdded()).toEqual({ a: START })
  goTo('2026-05-02')
  const renamed = { name: { zh: '新名', en: 'New name' }, addedOn: '2020-01-01' }
  await save(1, [benefit('a', renamed), benefit('b', { addedOn: '2030-01-01' })])
  expect(await daysAdded()).toEqual({ a: START, b: '2026-05-02' })
  goTo('2026-06-03')
  await save(2, [benefit('a', { ...renamed, levelId: 'diamond' }), benefit('b')])
  expect(await daysAdded()).toEqual({ a: '2026-06-03', b: '2026-05-02' })
  goTo('2026-07-04')
  await save(3, [benefit('b')])
  await save(4, [benefit('b'), benefit('a', renamed)])
  expect(await daysAdded()).toEqual({ a: '2026-07-04', b: '2026-05-02' })
})

test('the same save again answers as the first time, on the next day too', async () => {
  const first = await save(0, [benefit('a')])
  goTo('2026-03-16')
  expect(await save(0, [benefit('a')])).toEqual(first)
  expect(await daysAdded()).toEqual({ a: START })
  expect(await save(0, [benefit('a')], 'manager')).toMatchObject({
    ok: false,
    error: { code: 'SETTINGS_CHANGED', data: { version: 1 } },
  })
})

test.each<[string, Benefit]>([
  ['noSuchLevel', benefit('a', { levelId: 'platinum' })],
  ['paidOnlyElsewhere', benefit('a', { for: 'paidOnly' })],
  ['pointsOnLowest', benefit('a', { levelId: 'regular', perk: { of: 'pointsOnUpgrade', points: 100 } })],
  ['amountNotPositive', benefit('a', { perk: { ...quarterly, amountFen: 0 } as Perk })],
  ['noDiscount', benefit('a', { perk: { of: 'discount', rateBp: 10_000, ...discounting } })],
  ['noMultiplier', benefit('a', { perk: { of: 'pointsMultiplier', rateBp: 10_000 } })],
  [
    'noSuchDate',
    benefit('a', { perk: { ...quarterly, issue: { of: 'yearly', month: 2, dayOfMonth: 30 } } as Perk }),
  ],
])('%s is refused with its reason and its benefit, and nothing is kept', async (code, wrong) => {
  const reasons = await reasonsOf(benefit('sound'), wrong)
  expect(reasons).toEqual([{ code, levelId: null, benefitId: 'a', reason: expect.anything() as Words }])
  expect(await read()).toMatchObject({ version: 0, value: { benefits: [] } })
})

test('every reason is told at once, in the language of who saves', async () => {
  const wrong = [benefit('a', { for: 'paidOnly' }), benefit('a', { levelId: 'platinum' })]
  expect((await reasonsOf(...wrong)).map(({ code }) => code)).toEqual([
    'paidOnlyElsewhere',
    'sameId',
    'noSuchLevel',
  ])
  expect(await save(0, wrong)).toMatchObject({
    error: { message: expect.stringContaining('只有“双重”等级可以区分付费专享权益；') as string },
  })
})

test('levels that were saved this moment are those that count', async () => {
  const only = benefit('a', { for: 'paidOnly' })
  expect((await reasonsOf(only)).map(({ code }) => code)).toEqual(['paidOnlyElsewhere'])
  const rules = rulesOf(DEFAULT_PROGRAM)
  const levels = rules.levels.map((level) =>
    level.id === 'gold'
      ? { ...level, kind: 'dual' as const, paid: { priceFen: 19_900, priceFenByLevel: {}, validDays: 365 } }
      : level,
  )
  const value = { ...rules, levels }
  expect(
    await shop.merchant('owner', 'settings.save', { topic: 'tiers', expectedVersion: 0, value }),
  ).toMatchObject({ ok: true })
  expect(await save(0, [only])).toMatchObject({ ok: true })
})

test('it takes a manager, and the shape of the contract', async () => {
  expect(await save(0, [benefit('a')], 'clerk')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const odd = { ...benefit('a'), rank: 3 } as Benefit
  expect(await save(0, [odd])).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect((await read()).version).toBe(0)
})

async function buy(member: string, number: string): Promise<void> {
  later()
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 5_000 }]
  const sold = await shop.merchant('clerk', 'orders.record', { member, number, lines })
  if (!sold.ok) throw new Error(sold.error.message)
}

async function switchTo(on: boolean): Promise<void> {
  const tiers = await shop.merchant('owner', 'settings.read', { topic: 'tiers' })
  if (!tiers.ok) throw new Error(tiers.error.message)
  const { version } = tiers.value
  const done = await shop.merchant('owner', 'settings.switchTiers', { on, expectedVersion: version })
  if (!done.ok) throw new Error(done.error.message)
}

test('a points multiplier counts from the next order, not while the levels are off, and a refund keeps to its order', async () => {
  const member = await shop.join('buyer')
  const points = async () => (await accountOf(shop, member)).balances.points
  await buy(member, '1')
  expect(await points()).toBe(50)
  await save(0, [double])
  await buy(member, '2')
  expect(await points()).toBe(50 + 100)
  await switchTo(false)
  await buy(member, '3')
  expect(await points()).toBe(150 + 50)
  await switchTo(true)
  await buy(member, '4')
  expect(await points()).toBe(200 + 100)

  await save(1, [])
  later()
  const back = { member, orderId: 'counter:2', refundId: 'r', amountFen: 5_000 }
  expect(await shop.merchant('clerk', 'orders.refund', back)).toMatchObject({ ok: true })
  expect(await points()).toBe(300 - 100)
  const audit = await auditBooks((name, input) => shop.merchant('owner', name, input))
  expect(audit.differences).toEqual([])
})

test('an example names the benefit, as it is saved and as it is edited', async () => {
  await save(0, [double])
  later()
  const sample = {
    amountFen: 10_000,
    category: null,
    product: null,
    tier: 'regular',
    day: START,
    birthday: 'none',
  } as const
  const saved = await shop.merchant('owner', 'settings.example', { sample })
  expect(saved).toMatchObject({
    value: {
      points: 200,
      basePoints: 100,
      multipliers: [{ id: 'benefit:double', topic: 'benefits', rateBp: 20_000, outcome: 'used' }],
    },
  })
  const benefits = { benefits: [{ ...double, perk: { of: 'pointsMultiplier' as const, rateBp: 30_000 } }] }
  expect(await shop.merchant('owner', 'settings.example', { sample, benefits })).toMatchObject({
    value: { points: 300 },
  })
  await switchTo(false)
  later()
  expect(await shop.merchant('owner', 'settings.example', { sample, benefits })).toMatchObject({
    value: { points: 100, multipliers: [] },
  })
})

import type { OutputOf } from '@shared/contracts'
import { read as contract } from '@shared/contracts/tiers'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { DEFAULT_PROGRAM, switchedOff, type TierProgram } from '@shared/rules/tiers/program'
import { put } from '../../cloudfunctions/database/documentAccess'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Answered, type Shop } from '../support/shop'

const TODAY = '2026-03-15'

let shop: Shop

beforeAll(async () => {
  fakeDate(`${TODAY}T04:00:00Z`)
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('clerk', 'clerk')
  await shop.staff('owner', 'owner')
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

/** An instance of the functions keeps what it read of the settings for some seconds. */
const SETTINGS_KEPT_MS = 6_000

async function settings(topic: 'tiers' | 'benefits', value: object): Promise<void> {
  await put(shop.cloud, 'settings', { _id: topic, value } as { _id: string })
  jest.setSystemTime(Date.now() + SETTINGS_KEPT_MS)
}

function must<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error(answered.error.message)
  return answered.value
}

type Tiers = Extract<OutputOf<'tiers.read'>, { isOn: true }>

async function tiersOf(openid: string): Promise<Tiers> {
  const value = contract.output.parse(must(await shop.shopper(openid, 'tiers.read', {})))
  if (!value.isOn) throw new Error('the levels are off')
  return value
}

async function sell(openid: string, number: string, amountFen: number): Promise<void> {
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const sale = { member: shop.memberId(openid), number, lines, points: 0 }
  must(await shop.merchant('clerk', 'orders.record', sale))
}

const YEARLY: TierProgram = {
  ...DEFAULT_PROGRAM,
  version: 1,
  levels: DEFAULT_PROGRAM.levels.map((level, rank) => ({
    ...level,
    color: rank === 3 ? '#224466' : null,
    icon: rank === 3 ? 'crown' : null,
    keep: { singleOrderFen: 30_000, totalFen: 60_000 },
  })),
  standard: { of: 'total', period: { of: 'sinceUpgrade' } },
  validity: { of: 'calendarYear' },
  lockIn: { singleOrder: false, total: true, extension: { of: 'months', months: 6 } },
}

test('all levels, lowest first, in one call that reads one document', async () => {
  await shop.join('one')
  await sell('one', 'one-1', 30_000)
  shop.gateway.resetStats()
  const { tier, levels, countsFrom, standard, rules } = await tiersOf('one')
  expect(shop.gateway.stats()).toMatchObject({ total: 1, byCollection: { members: 1 } })
  expect(levels.map(({ face }) => face.id)).toEqual(DEFAULT_PROGRAM.levels.map(({ id }) => id))
  expect(tier).toMatchObject({ current: { id: 'bronze', rank: 1 }, since: TODAY, until: null, keeping: null })
  expect([countsFrom, standard]).toEqual([null, 'history'])
  // Ways are told of what is still above, the nearest first.
  expect(levels.map(({ ways }) => ways.length)).toEqual([0, 0, 2, 2, 2, 2])
  expect(levels[2]).toMatchObject({
    condition: DEFAULT_PROGRAM.levels[2]?.condition,
    conditionWords: { en: 'growth of 1,000 or spend of ¥1,000.00' },
    ways: [
      { parts: [{ measure: 'growth', have: 300, missing: 700, progressBp: 3_000 }] },
      { parts: [{ measure: 'spend', have: 30_000, missing: 70_000 }] },
    ],
    paid: null,
    keep: null,
    benefits: [],
  })
  expect(levels[0]).toMatchObject({ condition: null, conditionWords: null })
  expect(rules.map(({ en }) => en)).toContain('A tier has no last day.')
})

test('how long it is valid, what keeps it, and a level’s own colour and sign', async () => {
  await settings('tiers', YEARLY)
  await shop.join('two')
  await sell('two', 'two-1', 100_000)
  await sell('two', 'two-2', 20_000)
  const { tier, levels, countsFrom } = await tiersOf('two')
  expect(tier).toMatchObject({
    current: { id: 'silver' },
    until: '2027-03-15',
    keeping: {
      until: '2027-03-15',
      keptUntil: '2027-09-15',
      ways: [{ by: 'total', haveFen: 20_000, needFen: 60_000, missingFen: 40_000 }],
      // Growth is not lost at the end of a term.
      otherwise: { id: 'silver' },
    },
  })
  expect(countsFrom).toBe(TODAY)
  expect(levels[3]?.face).toMatchObject({ color: '#224466', icon: 'crown' })
  expect(levels.map(({ keep }) => keep?.en ?? null)[0]).toBeNull()
  expect(levels[3]?.keep?.en).toBe('Kept for 6 months more by ¥600.00 spent in all during its validity')
  const home = must(await shop.shopper('two', 'home.read', {}))
  expect(home.state === 'member' && home.tier).toEqual(tier)
})

test('the benefits of each level, and what each adds to the level below', async () => {
  const free = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: true } } as const
  const discount = (levelId: string, rateBp: number): Benefit => ({
    id: `${levelId}-discount`,
    levelId,
    for: 'everyone',
    name: { zh: '会员折扣', en: 'Discount' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: TODAY,
    perk: { of: 'discount', rateBp, ...free },
  })
  const custom: Benefit = { ...discount('gold', 1), id: 'tea', for: 'paidOnly', perk: { of: 'custom' } }
  const benefits = [discount('silver', 9_500), discount('gold', 9_000), custom]
  await settings('benefits', { version: 1, benefits })
  await shop.join('three')
  const { levels } = await tiersOf('three')
  expect(
    levels.map((level) => level.benefits.map(({ id, added, paidOnly }) => [id, added, paidOnly])),
  ).toEqual([
    [],
    [],
    [['silver-discount', 'new', false]],
    [
      ['gold-discount', 'more', false],
      ['tea', 'new', true],
    ],
    [],
    [],
  ])
  expect(levels[2]?.benefits[0]?.gives).not.toBeNull()
})

test('a level that is sold names its price for this member', async () => {
  const paid = { priceFen: 9_900, priceFenByLevel: { regular: 19_900 }, validDays: 365 }
  const levels = YEARLY.levels.map((level, rank) => (rank === 4 ? { ...level, kind: 'dual', paid } : level))
  await settings('tiers', { ...YEARLY, version: 2, levels, paidPricing: 'byLevel' })
  await shop.join('four')
  const diamond = (await tiersOf('four')).levels[4]
  expect(diamond?.paid).toEqual({ priceFen: 19_900, validDays: 365 })
  expect(diamond?.ways.at(-1)).toEqual({ of: 'paid', priceFen: 19_900, validDays: 365 })
  expect((await tiersOf('two')).levels[4]?.paid).toEqual({ priceFen: 9_900, validDays: 365 })
})

test('only members have a place among them', async () => {
  expect(await shop.shopper('stranger', 'tiers.read', {})).toMatchObject({
    ok: false,
    error: { code: 'NOT_A_MEMBER' },
  })
})

test('while the levels are off nothing that a shopper is shown tells of one', async () => {
  const past = { externalId: '1', customer: 'c1', openid: 'known-only', placedDay: TODAY, quantity: 1 }
  const rows = [{ ...past, amountFen: 150_000 }]
  must(await shop.merchant('owner', 'orders.import', { source: 'old', rows }))
  const before = JSON.stringify(must(await shop.shopper('two', 'home.read', {})))
  expect(before).toContain('silver')
  await settings('tiers', switchedOff({ ...YEARLY, version: 3 }, TODAY))
  expect(must(await shop.shopper('two', 'tiers.read', {}))).toEqual({ isOn: false })
  const shown = [
    must(await shop.shopper('two', 'home.read', {})),
    must(await shop.shopper('two', 'growth.read', {})),
    must(await shop.shopper('known-only', 'home.read', {})),
    must(await shop.shopper('nobody', 'home.read', {})),
    must(await shop.shopper('five', 'member.join', { consentVersion: '1' })),
    must(await shop.shopper('two', 'explain.read', { subject: { kind: 'tier' } })),
    must(await shop.shopper('two', 'explain.read', { subject: { kind: 'growthBalance' } })).lines,
  ]
  for (const { id, name } of YEARLY.levels)
    for (const each of shown) {
      expect(JSON.stringify(each)).not.toContain(`"${id}"`)
      expect(JSON.stringify(each)).not.toContain(name.zh)
    }
  expect(shown[2]).toMatchObject({ state: 'guest', hasTiers: false, known: { tier: { isOn: false } } })
  expect(shown[3]).toMatchObject({ state: 'guest', hasTiers: false, known: null })
})

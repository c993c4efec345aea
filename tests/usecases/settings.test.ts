import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { auditBooks } from '../support/auditBooks'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START_TEXT = '2026-03-01T04:00:00Z'
const START = Date.parse(START_TEXT)
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(START_TEXT)
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

type Topic = InputOf<'settings.read'>['topic']
type Save = InputOf<'settings.save'>
type Values = { [T in Topic]: Extract<Save, { topic: T }>['value'] }

const { version: _earning, ...earning } = DEFAULT_SETTINGS.earning as { version: number } & Values['earning']
const { version: _points, ...points } = DEFAULT_SETTINGS.points as { version: number } & Values['points']

const save = (input: Save, openid = 'owner') => shop.merchant(openid, 'settings.save', input)
const later = () => jest.setSystemTime(Date.now() + KEPT_MS)

async function read<T extends Topic>(topic: T, openid = 'owner') {
  const answer = await shop.merchant(openid, 'settings.read', { topic })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Extract<OutputOf<'settings.read'>, { topic: T }>
}

async function countOf(collection: string): Promise<number> {
  const { total } = (await shop.cloud.db.collection(collection).count()) as { total: number }
  return total
}

async function balancesOf(member: string) {
  return (await getById<Account>(shop.cloud, 'members', member))?.balances
}

async function differences() {
  const audit = await auditBooks((name, input) => shop.merchant('owner', name, input))
  return audit.differences
}

const double: Values['earning']['multipliers'][number] = {
  id: 'double',
  name: { zh: '双倍', en: 'Double' },
  rateBp: 20_000,
  when: { of: 'always' },
  goods: { of: 'all' },
  audience: { of: 'everyone' },
}
const spring: Values['campaigns']['campaigns'][number] = {
  id: 'spring',
  name: { zh: '春季', en: 'Spring' },
  isOn: true,
  from: '2026-03-01',
  to: '2026-03-31',
  rateBp: 30_000,
  goods: { of: 'all' },
  audience: { of: 'everyone' },
}

test('a topic has its default until somebody saves it; each version is kept, with who saved it', async () => {
  expect(await read('earning')).toEqual({
    topic: 'earning',
    version: 0,
    value: earning,
    changed: null,
    today: '2026-03-01',
    tiers: DEFAULT_SETTINGS.tiers.levels.map(({ id, name, material, color, icon }, rank) => ({
      id,
      name,
      material,
      color,
      icon,
      rank,
    })),
  })
  const first = await save({ topic: 'earning', expectedVersion: 0, value: { ...earning, pointsPerYuan: 2 } })
  expect(first).toEqual({ ok: true, value: { version: 1, changedAt: START } })
  later()
  await save({ topic: 'earning', expectedVersion: 1, value: { ...earning, pointsPerYuan: 3 } }, 'manager')
  expect(await read('earning')).toMatchObject({
    version: 2,
    value: { pointsPerYuan: 3 },
    changed: { at: START + KEPT_MS, role: 'manager', isMe: false },
  })
  const { data } = await shop.cloud.db.collection('settingsHistory').orderBy('_id', 'asc').get()
  expect(data).toEqual([
    {
      _id: 'earning:1',
      value: { ...earning, version: 1, pointsPerYuan: 2 },
      changedAt: START,
      changedBy: { memberId: shop.memberId('owner'), role: 'owner' },
    },
    {
      _id: 'earning:2',
      value: { ...earning, version: 2, pointsPerYuan: 3 },
      changedAt: START + KEPT_MS,
      changedBy: { memberId: shop.memberId('manager'), role: 'manager' },
    },
  ])
})

test('a save over somebody else’s is refused, and nothing of it is kept', async () => {
  await save({ topic: 'points', expectedVersion: 0, value: { ...points, graceDays: 10 } }, 'manager')
  const late = await save({ topic: 'points', expectedVersion: 0, value: { ...points, graceDays: 20 } })
  expect(late).toMatchObject({ ok: false, error: { code: 'SETTINGS_CHANGED', data: { version: 1 } } })
  const ahead = await save({ topic: 'points', expectedVersion: 7, value: points })
  expect(ahead).toMatchObject({ ok: false, error: { code: 'SETTINGS_CHANGED', data: { version: 1 } } })
  expect(await read('points')).toMatchObject({ version: 1, value: { graceDays: 10 } })
  expect(await countOf('settingsHistory')).toBe(1)
})

test('the same save again answers as the first time, even after others; side by side one wins', async () => {
  const mine: Save = { topic: 'earning', expectedVersion: 0, value: { ...earning, multipliers: [double] } }
  const answers = await Promise.all(Array.from({ length: 6 }, () => save(mine)))
  expect(answers).toEqual(Array(6).fill({ ok: true, value: { version: 1, changedAt: START } }))
  later()
  await save({ topic: 'earning', expectedVersion: 1, value: earning }, 'manager')
  expect(await save(mine)).toEqual(answers[0])
  expect(await save(mine, 'manager')).toMatchObject({ ok: false, error: { code: 'SETTINGS_CHANGED' } })
  const crowd = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      save({ topic: 'earning', expectedVersion: 2, value: { ...earning, pointsPerYuan: i } }),
    ),
  )
  expect(crowd.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await read('earning')).version).toBe(3)
})

test('an answer that was lost is found again', async () => {
  await read('growth')
  shop.gateway.setFaults({
    seed: 1,
    rules: [{ fault: 'timeoutAfter', action: 'database.commitTransaction', rateBp: 10_000, times: 1 }],
  })
  const mine: Save = {
    topic: 'growth',
    expectedVersion: 0,
    value: { mode: { kind: 'rolling', windowDays: 90 } },
  }
  expect(await save(mine)).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await read('growth')).toMatchObject({ version: 1 })
})

test('only managers and the owner come here', async () => {
  for (const [name, input] of [
    ['settings.read', { topic: 'earning' }],
    ['settings.save', { topic: 'earning', expectedVersion: 0, value: earning }],
  ] as const)
    expect(await shop.merchant('clerk', name, input as never)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', data: { role: 'manager' } },
    })
})

const bad: [string, Save, string][] = [
  ['a rate that takes away', earningWith([{ ...double, rateBp: 10_000 }]), 'multipliers.0.rateBp'],
  ['a rate beyond all measure', earningWith([{ ...double, rateBp: 1_000_001 }]), 'multipliers.0.rateBp'],
  ['two multipliers of one id', earningWith([double, double]), '编号不能重复'],
  [
    'too many multipliers',
    earningWith(Array.from({ length: 51 }, (_, i) => ({ ...double, id: `m${i}` }))),
    'multipliers',
  ],
  ['a multiplier without a name', earningWith([{ ...double, name: { zh: ' ', en: '' } }]), 'name.zh'],
  [
    'dates the wrong way round',
    earningWith([{ ...double, when: { of: 'dates', from: '2026-03-02', to: '2026-03-01' } }]),
    '结束日期不能早于开始日期',
  ],
  [
    'a product without a cap',
    { topic: 'earning', expectedVersion: 0, value: { ...earning, stacking: 'product' } },
    '相乘时要设倍数上限',
  ],
  ['a campaign that ends before it begins', campaignsWith([{ ...spring, to: '2026-02-01' }]), '结束日期'],
  [
    'too many campaigns',
    campaignsWith(Array.from({ length: 201 }, (_, i) => ({ ...spring, id: `c${i}` }))),
    'campaigns',
  ],
  [
    'more goods than a document holds',
    campaignsWith(
      Array.from({ length: 21 }, (_, i) => ({
        ...spring,
        id: `c${i}`,
        goods: { of: 'products', products: Array.from({ length: 50 }, (_, n) => String(n)) },
      })),
    ),
    '1000',
  ],
  ['a window of no days', growthWith({ kind: 'rolling', windowDays: 0 }), 'windowDays'],
  ['a window beyond what is kept', growthWith({ kind: 'rolling', windowDays: 732 }), 'windowDays'],
  [
    'a reset every 25 months',
    growthWith({ kind: 'reset', everyMonths: 25, from: '2026-01-01' }),
    'everyMonths',
  ],
  ['a reset from ages back', growthWith({ kind: 'reset', everyMonths: 1, from: '0001-01-01' }), '2000'],
  ['a step that is worth a part of a fen', toCashWith({ pointsPerYuan: 300, step: 100 }), '整分钱'],
  ['a least that is no whole step', toCashWith({ minimum: 150 }), '整数倍'],
  ['a share above all', toCashWith({ cap: { kind: 'shareOfPayable', shareBp: 10_001 } }), 'shareBp'],
]

function earningWith(multipliers: Values['earning']['multipliers']): Save {
  return { topic: 'earning', expectedVersion: 0, value: { ...earning, multipliers } }
}
function campaignsWith(campaigns: Values['campaigns']['campaigns']): Save {
  return { topic: 'campaigns', expectedVersion: 0, value: { campaigns } }
}
function growthWith(mode: Values['growth']['mode']): Save {
  return { topic: 'growth', expectedVersion: 0, value: { mode } }
}
function toCashWith(patch: Partial<Values['points']['toCash']>): Save {
  return {
    topic: 'points',
    expectedVersion: 0,
    value: { ...points, toCash: { ...points.toCash, ...patch } },
  }
}

test('what a merchant must not set is refused whole, with where it is wrong', async () => {
  for (const [what, input, where] of bad) {
    const answer = await save(input)
    expect([what, answer]).toMatchObject([what, { ok: false, error: { code: 'INVALID_INPUT' } }])
    expect([what, answer.ok ? '' : answer.error.message]).toEqual([what, expect.stringContaining(where)])
  }
  expect(await countOf('settings')).toBe(0)
})

test('a name without English is shown as the Chinese one', async () => {
  await save(campaignsWith([{ ...spring, name: { zh: '  春季 ', en: ' ' } }]))
  expect((await read('campaigns')).value.campaigns[0]?.name).toEqual({ zh: '春季', en: '春季' })
})

test('campaigns say how they stand today, and which of them meet', async () => {
  await save(
    campaignsWith([
      spring,
      {
        ...spring,
        id: 'tea',
        goods: { of: 'categories', categories: ['茶'] },
        from: '2026-03-20',
        to: '2026-04-02',
      },
      { ...spring, id: 'gone', from: '2026-01-01', to: '2026-02-28' },
      { ...spring, id: 'paused', isOn: false },
    ]),
  )
  expect((await read('campaigns')).standings).toEqual([
    { id: 'spring', state: 'running', overlaps: ['tea'] },
    { id: 'tea', state: 'upcoming', overlaps: ['spring'] },
    { id: 'gone', state: 'ended', overlaps: [] },
    { id: 'paused', state: 'off', overlaps: [] },
  ])
})

test('an order earns under the rules of its day, and a refund gives back just that, whatever they are by then', async () => {
  const member = await shop.join('buyer')
  const sell = async (number: string) => {
    const lines = [{ category: '茶', product: null, quantity: 1, amountFen: 10_000 }]
    const sold = await shop.merchant('clerk', 'orders.record', { member, number, lines })
    if (!sold.ok) throw new Error(sold.error.message)
    return sold.value
  }
  const giveBack = (number: string) =>
    shop.merchant('clerk', 'orders.refund', {
      member,
      orderId: `counter:${number}`,
      refundId: `r-${number}`,
      amountFen: 10_000,
    })
  await save(campaignsWith([spring]))
  later()
  expect(await sell('first')).toMatchObject({ earnedPoints: 300, earnedGrowth: 100 })
  await save({
    topic: 'earning',
    expectedVersion: 0,
    value: { ...earning, pointsPerYuan: 5, growthPerYuan: 2 },
  })
  await save({ topic: 'campaigns', expectedVersion: 1, value: { campaigns: [] } })
  later()
  expect(await sell('second')).toMatchObject({ earnedPoints: 500, earnedGrowth: 200 })
  expect(await giveBack('first')).toMatchObject({
    ok: true,
    value: { takenBackPoints: 300, takenBackGrowth: 100, debt: 0 },
  })
  expect(await balancesOf(member)).toMatchObject({ points: 500, growth: 200 })
  expect(await giveBack('second')).toMatchObject({ value: { takenBackPoints: 500, takenBackGrowth: 200 } })
  expect(await getById(shop.cloud, 'orders', 'counter:first')).toMatchObject({ ruleVersion: 0 })
  expect(await getById(shop.cloud, 'orders', 'counter:second')).toMatchObject({ ruleVersion: 1 })
  expect(await differences()).toEqual([])
})

test('calls share one read of all settings for some seconds', async () => {
  await shop.join('reader')
  later()
  await shop.gateway.resetStats()
  await shop.shopper('reader', 'home.read', {})
  await shop.shopper('reader', 'home.read', {})
  expect((await shop.gateway.stats()).byCollection.settings).toBe(1)
})

test('another way of counting growth reaches every member, though it is stopped in the middle', async () => {
  const CUSTOMERS = 70
  const rows = Array.from({ length: CUSTOMERS }, (_, i) => [
    { externalId: `${i}-old`, customer: String(i), placedDay: '2025-06-01', quantity: 1, amountFen: 50_000 },
    { externalId: `${i}-new`, customer: String(i), placedDay: '2026-02-20', quantity: 1, amountFen: 20_000 },
  ]).flat()
  expect(await shop.merchant('owner', 'orders.import', { source: 'old', rows })).toMatchObject({ ok: true })
  await shop.timer('everyMinute')
  await save(growthWith({ kind: 'rolling', windowDays: 30 }))
  later()
  expect((await read('growth')).recounting).toEqual({ members: CUSTOMERS, most: 1_000 })

  const fault = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  shop.gateway.setFaults({
    seed: 5,
    rules: [{ fault: 'error', action: 'database.modifyDocument', collection: 'members', rateBp: 3_000 }],
  })
  await expect(shop.timer('everyMinute')).rejects.toThrow('recountGrowth')
  fault.mockRestore()
  shop.gateway.setFaults({ seed: 5, rules: [] })
  const left = (await read('growth')).recounting.members
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(CUSTOMERS)

  expect(await shop.timer('everyMinute')).toMatchObject({ ok: true })
  expect((await read('growth')).recounting.members).toBe(0)
  expect(await shop.timer('everyMinute')).toMatchObject({ value: { recountGrowth: { members: 0 } } })
  const { data } = await shop.cloud.db.collection('members').limit(1_000).field({ balances: true }).get()
  expect(data.map(({ balances }: Account) => balances.growth)).toEqual(Array(CUSTOMERS).fill(200))
  expect(await differences()).toEqual([])
})

describe('an example', () => {
  type Sample = InputOf<'settings.example'>['sample']
  const sample: Sample = {
    amountFen: 10_000,
    category: null,
    product: null,
    tier: 'gold',
    day: '2026-03-10',
    birthday: 'none',
  }
  const tried = async (input: Omit<InputOf<'settings.example'>, 'sample'>, patch: Partial<Sample> = {}) => {
    const answer = await shop.merchant('manager', 'settings.example', {
      ...input,
      sample: { ...sample, ...patch },
    })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }

  test('is worked with the rules that are being edited, beside those that are saved', async () => {
    await save(campaignsWith([spring]))
    later()
    const edited = { ...earning, multipliers: [double], stacking: 'sumOfExtras' as const }
    expect(await tried({})).toMatchObject({ points: 300, basePoints: 100, rateBp: 30_000, growth: 100 })
    expect(await tried({ earning: edited })).toMatchObject({ points: 400, rateBp: 40_000 })
    const off = await tried({ earning: edited, campaigns: { campaigns: [{ ...spring, isOn: false }] } })
    expect(off).toMatchObject({ points: 200, standings: [{ id: 'spring', state: 'off' }] })
    expect(off.multipliers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['double', 'used'],
      ['spring', 'off'],
    ])
    expect(await read('earning')).toMatchObject({ version: 0 })
  })

  test('reads settings and the caller’s role, and nothing else', async () => {
    later()
    await shop.gateway.resetStats()
    await tried({ earning })
    expect((await shop.gateway.stats()).byCollection).toEqual({ staff: 1, settings: 1 })
  })
})

import type { InputOf, OutputOf } from '@shared/contracts'
import type { ImpossibleSetting } from '@shared/contracts/errors'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { history, lastDays, level, LEVELS, sinceUpgrade, spend } from '@shared/rules/tiers/exampleLevels'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import { accountOf } from '../support/outbox'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

const START = '2026-03-15'
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

let shop: Shop
let member: string

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

type Save = InputOf<'settings.save'>
type Topic = 'tiers' | 'benefits'
type Stored<T extends Topic> = Extract<OutputOf<'settings.read'>, { topic: T }>

const rules: TierRules = { ...rulesOf(DEFAULT_PROGRAM), levels: LEVELS }
const later = () => jest.setSystemTime(Date.now() + KEPT_MS)

async function read<T extends Topic>(topic: T): Promise<Stored<T>> {
  const answer = await shop.merchant('owner', 'settings.read', { topic })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Stored<T>
}

const send = (input: Save, openid = 'owner') => shop.merchant(openid, 'settings.save', input)

/** Saves the example's levels but for a change, and lets the minute's timer judge everybody by them. */
async function save(change: Partial<TierRules> = {}): Promise<void> {
  const { version } = await read('tiers')
  const saved = await send({ topic: 'tiers', expectedVersion: version, value: { ...rules, ...change } })
  if (!saved.ok) throw new Error(saved.error.message)
  later()
  await shop.timer('everyMinute')
}

async function reasonsOf(change: Partial<TierRules>): Promise<readonly ImpossibleSetting[]> {
  const { version } = await read('tiers')
  const answer = await send({ topic: 'tiers', expectedVersion: version, value: { ...rules, ...change } })
  if (answer.ok) return []
  expect(answer.error.code).toBe('IMPOSSIBLE_SETTINGS')
  return (answer.error.data as unknown as { reasons: ImpossibleSetting[] }).reasons
}
const codesOf = async (change: Partial<TierRules>) => (await reasonsOf(change)).map(({ code }) => code)

async function buy(number: string, yuan: number): Promise<void> {
  later()
  const lines = [{ category: null, product: null, quantity: 1, amountFen: yuan * 100 }]
  const sold = await shop.merchant('clerk', 'orders.record', { member, number, lines })
  if (!sold.ok) throw new Error(sold.error.message)
}

async function refund(number: string, yuan: number): Promise<void> {
  later()
  const input = { member, orderId: `counter:${number}`, refundId: `back-${number}`, amountFen: yuan * 100 }
  const done = await shop.merchant('clerk', 'orders.refund', input)
  if (!done.ok) throw new Error(done.error.message)
}

async function boughtBefore(placedDay: string, yuan: number): Promise<void> {
  const row = {
    externalId: placedDay,
    customer: 'c',
    openid: 'buyer',
    placedDay,
    quantity: 1,
    amountFen: yuan * 100,
  }
  const done = await shop.merchant('owner', 'orders.import', { source: 'old', rows: [row] })
  if (!done.ok) throw new Error(done.error.message)
}

async function goTo(day: string): Promise<void> {
  jest.setSystemTime(Date.parse(`${day}T10:00:00+08:00`))
  await shop.timer('hourly')
}

const tier = async () => (await accountOf(shop, member)).tier
const levelNow = async () => (await tier()).id
const join = async () => {
  member = await shop.join('buyer')
}

describe('Membership level settings', () => {
  test('Active time of membership level: all orders by default; those before the day that is set are not counted', async () => {
    expect((await read('tiers')).value.activeFrom).toBeNull()
    await save()
    await boughtBefore('2026-03-01', 1_000)
    await join()
    expect(await levelNow()).toBe('silver')
    await save({ activeFrom: '2026-03-02' })
    expect(await levelNow()).toBe('regular')
    await save({ activeFrom: '2026-03-01' })
    expect(await levelNow()).toBe('silver')
  })

  test('Set standards for upgrading: amount spent each time', async () => {
    await save({ standard: { of: 'eachOrder' } })
    await join()
    await buy('a', 999)
    await buy('b', 999)
    expect(await levelNow()).toBe('regular')
    await buy('c', 1_000)
    expect(await levelNow()).toBe('silver')
  })

  test('Total spending, accumulated in history: the default, with or without imported order data', async () => {
    expect((await read('tiers')).value.standard).toEqual(history(true))
    await save({ standard: history(false) })
    await boughtBefore('2025-06-01', 900)
    await join()
    await buy('a', 100)
    expect(await levelNow()).toBe('regular')
    await save({ standard: history(true) })
    expect(await levelNow()).toBe('silver')
    await goTo('2031-01-01')
    expect(await levelNow()).toBe('silver')
  })

  test('Accumulated in history: downgrade rules cannot be set in this mode, and it is said why', async () => {
    const year = { of: 'calendarYear' } as const
    const lockIn = { singleOrder: true, total: false, extension: { of: 'days', days: 30 } } as const
    expect(await reasonsOf({ validity: year })).toEqual([
      {
        code: 'historyNeverEnds',
        levelId: null,
        benefitId: null,
        reason: {
          zh: '按历史累计消费升级时需要统计全部消费，因此不能设置降级有效期',
          en: 'With all of the history every purchase counts for ever, so a level cannot end by its validity',
        },
      },
    ])
    expect(await codesOf({ spendingDowngrade: true })).toEqual(['historyFollowsTotal'])
    expect(await codesOf({ lockIn })).toEqual(['lockInWithoutEnd'])
    expect((await read('tiers')).version).toBe(0)
  })

  test('From last upgrade till now: spending since the last upgrade', async () => {
    await save({ standard: sinceUpgrade })
    await join()
    await buy('a', 1_000)
    await buy('b', 4_999)
    expect(await levelNow()).toBe('silver')
    await buy('c', 1)
    expect(await levelNow()).toBe('gold')
  })

  test('Within specific time period: spending within a defined time frame', async () => {
    await save({ standard: lastDays(30) })
    await join()
    await buy('a', 600)
    await goTo('2026-04-14')
    await buy('b', 999)
    expect(await levelNow()).toBe('regular')
    await buy('c', 1)
    expect(await levelNow()).toBe('silver')
  })

  test('Downgrade validity: permanently valid', async () => {
    await save({ standard: lastDays(30) })
    await join()
    await buy('a', 1_000)
    await goTo('2036-01-01')
    expect(await levelNow()).toBe('silver')
  })

  test.each([
    ['Downgrade after 1 calendar year', { of: 'calendarYear' } as const, '2027-03-15', '2027-03-16'],
    ['Custom validity period in days', { of: 'days', days: 10 } as const, '2026-03-25', '2026-03-26'],
    ['Custom validity period in months', { of: 'months', months: 3 } as const, '2026-06-15', '2026-06-16'],
  ])(
    '%s: maintained from the acquisition date, then by what is earned by then',
    async (_, validity, last, next) => {
      await save({ standard: sinceUpgrade, validity })
      await join()
      await buy('a', 5_000)
      await buy('b', 1_200)
      await goTo(last)
      expect(await levelNow()).toBe('gold')
      await goTo(next)
      expect(await levelNow()).toBe('silver')
    },
  )

  test('Spending downgrade: who falls short by a refund is downgraded automatically, and only where that is set', async () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    await save({ ...settings, spendingDowngrade: true })
    await join()
    await buy('a', 5_000)
    await refund('a', 4_000)
    expect(await levelNow()).toBe('silver')
    await save({ ...settings, spendingDowngrade: false })
    await buy('b', 5_000)
    expect(await levelNow()).toBe('gold')
    await refund('b', 4_000)
    expect(await levelNow()).toBe('gold')
  })

  test.each([
    ['single transaction', { singleOrder: true, total: false }, [300], [299, 299]],
    ['total during the downgrade period', { singleOrder: false, total: true }, [300, 300], [300, 299]],
  ] as const)(
    'Lock-in by %s: the level is kept and its validity extended',
    async (_, by, enough, tooLittle) => {
      await save({
        standard: sinceUpgrade,
        validity: { of: 'calendarYear' },
        lockIn: { ...by, extension: { of: 'months', months: 6 } },
      })
      for (const [openid, amounts] of [
        ['keeps', enough],
        ['loses', tooLittle],
      ] as const) {
        jest.setSystemTime(Date.parse(`${START}T10:00:00+08:00`))
        member = await shop.join(openid)
        await buy(`${openid}-up`, 1_000)
        for (const [i, amount] of amounts.entries()) await buy(`${openid}-${i}`, amount)
      }
      await goTo('2027-03-16')
      expect(await levelNow()).toBe('regular')
      member = shop.memberId('keeps')
      expect((await tier()).earned).toMatchObject({ levelId: 'silver', until: '2027-09-15' })
      await goTo('2027-09-16')
      expect(await levelNow()).toBe('regular')
    },
  )

  test('Once the lock-in rules are set, the amount requirements must be set for each level', async () => {
    const keepsNothing = { singleOrderFen: null, totalFen: null }
    const found = await reasonsOf({
      standard: sinceUpgrade,
      validity: { of: 'calendarYear' },
      lockIn: { singleOrder: true, total: false, extension: { of: 'days', days: 90 } },
      levels: LEVELS.map((each) => ({ ...each, keep: keepsNothing })),
    })
    expect(found.map(({ code, levelId }) => [code, levelId])).toEqual([
      ['noKeepAmount', 'silver'],
      ['noKeepAmount', 'gold'],
    ])
  })

  test('Modifying these settings triggers a recalculation of all members’ levels', async () => {
    await save()
    await join()
    await buy('a', 1_500)
    const other = await shop.join('nobody')
    expect(await levelNow()).toBe('silver')
    await save({ levels: [LEVELS[0]!, level('silver', spend(2_000)), LEVELS[2]!] })
    expect([await levelNow(), (await tier()).version]).toEqual(['regular', 2])
    expect((await accountOf(shop, other)).tier.version).toBe(2)
  })
})

describe('Levels', () => {
  test('Basic, paid and dual: what a kind asks for, and nothing else', async () => {
    const paid = { priceFen: 29_900, priceFenByLevel: {}, validDays: 365 }
    const withLevel = (change: object) => ({
      levels: [LEVELS[0]!, { ...LEVELS[1]!, ...change } as TierRules['levels'][number]],
    })
    expect(await codesOf(withLevel({ condition: null }))).toEqual(['noCondition'])
    expect(await codesOf(withLevel({ paid }))).toEqual(['priceOnBasic'])
    expect(await codesOf(withLevel({ kind: 'paid', paid }))).toEqual(['conditionOnPaid'])
    expect(await codesOf(withLevel({ kind: 'dual' }))).toEqual(['noPrice'])
    expect(await codesOf(withLevel({ kind: 'dual', paid }))).toEqual([])
  })

  test('Custom pricing: only a level that was created can be given a price of its own', async () => {
    const priced = (priceFenByLevel: Record<string, number>): Partial<TierRules> => ({
      paidPricing: 'byLevel',
      levels: [
        ...LEVELS,
        level('vip', null, { kind: 'paid', paid: { priceFen: 1, priceFenByLevel, validDays: 30 } }),
      ],
    })
    expect(await codesOf(priced({ platinum: 1 }))).toEqual(['priceOfUnknownLevel'])
    expect(await codesOf(priced({ silver: 1 }))).toEqual([])
  })

  test('Changing the order is shown and changes the logic of going up and down', async () => {
    await save()
    await join()
    await buy('a', 5_000)
    expect(await levelNow()).toBe('gold')
    const [regular, silver, gold] = LEVELS
    await save({ levels: [regular!, gold!, silver!] })
    expect(await levelNow()).toBe('silver')
    const seen = await shop.shopper('buyer', 'tiers.read', {})
    expect(seen).toMatchObject({
      value: { levels: [{ face: { id: 'regular' } }, { face: { id: 'gold' } }, { face: { id: 'silver' } }] },
    })
  })

  test('After deleting a level all its members are reassigned to other levels', async () => {
    await save()
    await join()
    await buy('a', 5_000)
    await save({ levels: [LEVELS[0]!, LEVELS[1]!] })
    expect(await levelNow()).toBe('silver')
  })

  test('There can be as many levels as the shop set, and not one more', async () => {
    expect(await codesOf({ mostLevels: 2 })).toEqual(['tooManyLevels'])
    expect(await codesOf({ mostLevels: 3 })).toEqual([])
  })
})

describe('Benefits and levels', () => {
  const benefit = (id: string, levelId: string): Benefit => ({
    id,
    levelId,
    for: 'everyone',
    name: { zh: '九五折', en: '5% off' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2020-01-01',
    perk: {
      of: 'discount',
      rateBp: 9_500,
      requirement: { of: 'none' },
      stacking: { withAutomatic: false, withCodes: false },
    },
  })
  const saveBenefits = (benefits: Benefit[], expectedVersion: number) =>
    send({ topic: 'benefits', expectedVersion, value: { benefits } })

  test('a level takes its benefits along in one step, and cannot go without them', async () => {
    await save()
    expect(await saveBenefits([benefit('a', 'gold'), benefit('b', 'silver')], 0)).toMatchObject({ ok: true })
    const without = { ...rules, levels: LEVELS.slice(0, 2) }
    const alone = await send({ topic: 'tiers', expectedVersion: 1, value: without })
    expect(alone).toMatchObject({
      error: { code: 'IMPOSSIBLE_SETTINGS', data: { reasons: [{ code: 'noSuchLevel', benefitId: 'a' }] } },
    })
    const both: Save = {
      topic: 'tiers',
      expectedVersion: 1,
      value: without,
      benefits: { expectedVersion: 1, value: { benefits: [benefit('b', 'silver')] } },
    }
    const answers = [await send(both), await send(both)]
    expect(answers[0]).toMatchObject({ ok: true, value: { version: 2 } })
    expect(answers[1]).toEqual(answers[0])
    expect([(await read('tiers')).version, (await read('benefits')).version]).toEqual([2, 2])
  })

  test('when one of the two was outrun, neither is saved', async () => {
    await save()
    await saveBenefits([benefit('a', 'gold')], 0)
    const late = await send({
      topic: 'tiers',
      expectedVersion: 1,
      value: { ...rules, mostLevels: 5 },
      benefits: { expectedVersion: 0, value: { benefits: [] } },
    })
    expect(late).toMatchObject({ error: { code: 'SETTINGS_CHANGED', data: { version: 1 } } })
    expect((await read('tiers')).version).toBe(1)
    expect((await read('benefits')).value.benefits).toHaveLength(1)
  })

  test('the day from which a benefit gives is the server’s', async () => {
    await saveBenefits([benefit('a', 'regular')], 0)
    expect((await read('benefits')).value.benefits[0]?.addedOn).toBe(START)
    await goTo('2026-04-01')
    await saveBenefits([{ ...benefit('a', 'regular'), addedOn: '2010-01-01' }, benefit('b', 'regular')], 1)
    const days = (await read('benefits')).value.benefits.map(({ addedOn }) => addedOn)
    expect(days).toEqual([START, '2026-04-01'])
  })

  test('what is being edited is checked without being saved', async () => {
    const check = (openid: string, levels: TierRules['levels']) =>
      shop.merchant(openid, 'settings.checkTiers', {
        tiers: { ...rules, levels },
        benefits: { benefits: [benefit('a', 'gold')] },
      })
    expect(await check('manager', LEVELS)).toEqual({ ok: true, value: { impossible: [] } })
    const found = await check('manager', [LEVELS[0]!, level('silver', null)])
    expect(found).toMatchObject({
      value: {
        impossible: [
          { code: 'noCondition', levelId: 'silver', benefitId: null },
          { code: 'noSuchLevel', levelId: null, benefitId: 'a' },
        ],
      },
    })
    expect(await check('clerk', LEVELS)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await read('tiers')).version).toBe(0)
  })
})

describe('Enabling or disabling membership levels', () => {
  const turn = (on: boolean, expectedVersion: number, openid = 'owner') =>
    shop.merchant(openid, 'settings.switchTiers', { on, expectedVersion })

  test('while disabled, levels are inactive and no longer appear; enabled, they are as they were', async () => {
    await save({ standard: sinceUpgrade, validity: { of: 'calendarYear' } })
    await join()
    await buy('a', 1_000)
    expect(await turn(false, 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await read('tiers')).toMatchObject({ version: 2, offSince: START, value: rulesAsRead() })
    later()
    expect(await shop.shopper('buyer', 'tiers.read', {})).toMatchObject({ value: { isOn: false } })
    await buy('b', 5_000)
    expect(await levelNow()).toBe('silver')
    await goTo('2026-03-25')
    expect(await turn(true, 2)).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await read('tiers')).toMatchObject({ version: 3, offSince: null })
    later()
    await shop.timer('everyMinute')
    expect(await shop.shopper('buyer', 'tiers.read', {})).toMatchObject({ value: { isOn: true } })
    expect((await tier()).version).toBe(3)
  })

  const rulesAsRead = (): TierRules => ({
    ...rules,
    standard: sinceUpgrade,
    validity: { of: 'calendarYear' },
  })

  test('time while disabled does not count: a validity ends that many days later', async () => {
    await save({ standard: sinceUpgrade, validity: { of: 'days', days: 30 } })
    await join()
    await buy('a', 1_000)
    await turn(false, 1)
    await goTo('2026-03-25')
    await turn(true, 2)
    later()
    await shop.timer('everyMinute')
    await goTo('2026-04-24')
    expect(await levelNow()).toBe('silver')
    await goTo('2026-04-25')
    expect(await levelNow()).toBe('regular')
  })

  test('the day of a pause is the server’s, and saving the levels neither makes nor ends one', async () => {
    await save()
    await turn(false, 1)
    await goTo('2026-03-20')
    const saved = await send({ topic: 'tiers', expectedVersion: 2, value: { ...rules, mostLevels: 7 } })
    expect(saved).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await read('tiers')).toMatchObject({ offSince: START, value: { mostLevels: 7 } })
    const smuggled = { ...rules, pauses: [] } as unknown as TierRules
    expect(await send({ topic: 'tiers', expectedVersion: 3, value: smuggled })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
  })

  test('switching is for managers, over the version that they saw, and once however often it is sent', async () => {
    await save()
    expect(await turn(false, 1, 'clerk')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await turn(false, 0)).toMatchObject({ error: { code: 'SETTINGS_CHANGED', data: { version: 1 } } })
    const first = await turn(false, 1, 'manager')
    expect(first).toMatchObject({ ok: true, value: { version: 2 } })
    await goTo('2026-03-16')
    expect(await turn(false, 1, 'manager')).toEqual(first)
    expect(await read('tiers')).toMatchObject({ version: 2, offSince: START })
    expect(await turn(true, 1)).toMatchObject({ error: { code: 'SETTINGS_CHANGED' } })
  })
})

import { history, lastDays, level, LEVELS, sinceUpgrade, spend } from '@shared/rules/tiers/exampleLevels'
import type { Level } from '@shared/rules/tiers/program'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { openLevelShop, START } from '../support/levelShop'
import { accountOf } from '../support/outbox'

type LevelShop = Awaited<ReturnType<typeof openLevelShop>>

let shop: LevelShop['shop']
let { read, save, reasonsOf, codesOf, join, mean, tier, levelNow, buy, refund, boughtBefore, goTo } =
  {} as LevelShop

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  ;({ shop, read, save, reasonsOf, codesOf, join, mean, tier, levelNow, buy, refund, boughtBefore, goTo } =
    await openLevelShop())
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
  jest.restoreAllMocks()
})

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
        await join(openid)
        await buy(`${openid}-up`, 1_000)
        for (const [i, amount] of amounts.entries()) await buy(`${openid}-${i}`, amount)
      }
      await goTo('2027-03-16')
      expect(await levelNow()).toBe('regular')
      mean('keeps')
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
    const withLevel = (change: Partial<Level>) => ({
      levels: [LEVELS[0]!, level('silver', spend(1_000), change)],
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

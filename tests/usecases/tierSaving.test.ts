import type { Benefit } from '@shared/rules/benefits/benefit'
import { level, LEVELS, sinceUpgrade } from '@shared/rules/tiers/exampleLevels'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { later, openLevelShop, rules, START, type Save } from '../support/levelShop'

type LevelShop = Awaited<ReturnType<typeof openLevelShop>>

let shop: LevelShop['shop']
let { read, send, save, join, tier, levelNow, buy, goTo } = {} as LevelShop

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  ;({ shop, read, send, save, join, tier, levelNow, buy, goTo } = await openLevelShop())
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
  jest.restoreAllMocks()
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

  test('a save that is sent again is answered as the first time, whatever was saved since', async () => {
    await save()
    const mine: Save = { topic: 'tiers', expectedVersion: 1, value: { ...rules, levels: LEVELS.slice(0, 2) } }
    const first = await send(mine)
    expect(first).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await send({ topic: 'tiers', expectedVersion: 2, value: rules }, 'manager')).toMatchObject({
      ok: true,
    })
    expect(await saveBenefits([benefit('a', 'gold')], 0)).toMatchObject({ ok: true })
    expect(await send(mine)).toEqual(first)
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

import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, withRules, type TierRules } from '@shared/rules/tiers/tierRules'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { accountsBefore } from '../../cloudfunctions/database/members'
import { settleMany } from '../../cloudfunctions/database/settleMany'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { bookedMembers, putMembers } from '../support/bookedMembers'
import { fakeDate } from '../support/fakeDate'
import { HISTORY_FILE, readHistory } from '../support/realHistory'
import { openShop, SHOP_ENV, type Shop } from '../support/shop'
import { saveRules } from '../support/tierRules'

const TODAY = '2022-07-01'
const FREE = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: true } } as const
const CUSTOMERS = 300

let shop: Shop
/** An instance keeps settings for seconds: each test is later than that. */
let now = Date.parse(`${TODAY}T10:00:00+08:00`)
const later = (ms = 10_000): void => fakeDate(new Date((now += ms)).toISOString())

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  later()
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('manager', 'manager')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const rules = rulesOf(DEFAULT_PROGRAM)

/** The default levels, each by spend alone, from so many yuan. */
function thresholds(...yuan: number[]): TierRules {
  const levels = rules.levels.map((level, rank) => ({
    ...level,
    condition: rank === 0 ? null : { measure: 'spend' as const, atLeast: (yuan[rank - 1] ?? 9e6) * 100 },
  }))
  return { ...rules, levels }
}

const LAST_YEARS: TierRules['standard'] = {
  of: 'total',
  period: { of: 'window', length: { of: 'months', months: 24 } },
}
const DRAFT = thresholds(300, 400, 800, 2_000, 9_000)

const benefit = (id: string, levelId: string, perk: Benefit['perk']): Benefit => ({
  id,
  levelId,
  for: 'everyone',
  name: { zh: id, en: id },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: TODAY,
  perk,
})

/** The real history where there is one and no number of customers is asked for. */
async function putHistory(customers?: number): Promise<Account[]> {
  const file = customers === undefined ? HISTORY_FILE : undefined
  const rows = file ? readHistory(file) : generateHistory(musicShop(7, customers ?? CUSTOMERS))
  const accounts = bookedMembers(rows, 'a secret', TODAY, now)
  await putMembers(shop.gateway, SHOP_ENV, accounts)
  return accounts
}

async function ask<N extends 'tiers.preview' | 'tiers.previewMembers' | 'tiers.recalculation'>(
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const answer = await shop.merchant('manager', name, input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

async function readAll(): Promise<Map<string, Account>> {
  const all = new Map<string, Account>()
  for (let after = ''; ;) {
    const { data } = await shop.cloud.db
      .collection('members')
      .where({ _id: shop.cloud.db.command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(1_000)
      .get()
    for (const account of data as Account[]) all.set(account._id, account)
    const last = (data as Account[]).at(-1)
    if (!last || data.length < 1_000) return all
    after = last._id
  }
}

const cellsOf = (cells: OutputOf<'tiers.preview'>['cells']) =>
  new Map(cells.map(({ from, to, members }) => [`${from} ${to}`, members]))

/** Runs the minute's timer until nobody is left. */
async function recalculate(): Promise<void> {
  for (let runs = 0; runs < 20; runs += 1) {
    await shop.timer('everyMinute')
    const { left } = await ask('tiers.recalculation', {})
    if (left === 0) return
  }
  throw new Error('the recalculation never came to its end')
}

test(
  'what is told beforehand is what saving and judging everybody again makes of them, member by member',
  async () => {
    const before = new Map((await putHistory()).map((account) => [account._id, account]))
    const started = performance.now()
    const told = await ask('tiers.preview', { tiers: DRAFT })
    if (HISTORY_FILE) process.stderr.write(`preview: ${Math.round(performance.now() - started)} ms\n`)
    expect(told).toMatchObject({ members: before.size, looked: before.size, unjudged: 0, isOn: true })
    expect(told.cells.some(({ kind }) => kind === 'up')).toBe(true)
    expect(told.cells.some(({ kind }) => kind === 'down')).toBe(true)
    const some = told.cells.find(({ kind, members }) => kind === 'up' && members > 2)!
    const named = await moversOf(some.from, some.to)
    expect(named).toHaveLength(some.members)

    await saveRules(shop.cloud, { tiers: DRAFT }, now)
    later()
    expect(await ask('tiers.recalculation', {})).toMatchObject({ left: before.size, members: before.size })
    const begun = performance.now()
    await recalculate()
    if (HISTORY_FILE) process.stderr.write(`recalculation: ${Math.round(performance.now() - begun)} ms\n`)
    const after = await readAll()
    const moves = new Map<string, number>()
    for (const [id, { tier, version }] of after) {
      const move = `${before.get(id)?.tier.id} ${tier.id}`
      moves.set(move, (moves.get(move) ?? 0) + 1)
      expect([tier.version, version > 1]).toEqual([1, true])
    }
    expect(moves).toEqual(cellsOf(told.cells))
    expect(named.map((id) => after.get(id)?.tier.id)).toEqual(named.map(() => some.to))
    await shop.timer('everyMinute')
    const done = await ask('tiers.recalculation', {})
    expect(cellsOf(done.moved)).toEqual(cellsOf(told.cells.filter(({ kind }) => kind !== 'stay')))

    shop.gateway.resetStats()
    await shop.timer('everyMinute')
    expect(await readAll()).toEqual(after)
  },
  HISTORY_FILE ? 600_000 : 60_000,
)

async function moversOf(from: string, to: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page: OutputOf<'tiers.previewMembers'> = await ask('tiers.previewMembers', {
      tiers: DRAFT,
      from,
      to,
      ...(cursor === undefined ? {} : { cursor }),
    })
    ids.push(...page.members.map(({ id }) => id))
    expect(page.members.every(({ reason }) => from === to || reason !== null)).toBe(true)
    cursor = page.nextCursor
  }
  expect(new Set(ids).size).toBe(ids.length)
  return ids
}

describe('a few members', () => {
  beforeEach(() => putHistory(40))

  test('benefits are told with who wins them, and what they cost by the store’s own figures', async () => {
    const off = benefit('off', 'bronze', { of: 'discount', rateBp: 9_500, ...FREE })
    const gift = benefit('gift', 'silver', { of: 'pointsOnUpgrade', points: 500 })
    const told = await ask('tiers.preview', { tiers: DRAFT, benefits: { benefits: [off, gift] } })
    const lifted = told.cells.filter(({ to, kind }) => to === 'silver' && kind === 'up')
    const points = 500 * lifted.reduce((sum, { members }) => sum + members, 0)
    expect(told.atOnce).toMatchObject({ points, pointsFen: points })
    const bronze = told.cells
      .filter(({ to }) => to === 'bronze')
      .reduce((sum, { members }) => sum + members, 0)
    expect(told.benefits).toMatchObject([
      { id: 'off', before: null, won: bronze, after: { holders: bronze, cost: { of: 'discount' } } },
      { id: 'gift', after: { cost: { of: 'once', fen: 0 } } },
    ])
    expect(told.figureDays).toBeGreaterThan(300)
    expect(told.monthFen).toEqual({ before: 0, after: told.benefits[0]?.after?.cost.fen })
  })

  test('a draft that cannot be saved is refused with its reasons', async () => {
    const orphan = benefit('off', 'nowhere', { of: 'discount', rateBp: 9_500, ...FREE })
    const answer = await shop.merchant('manager', 'tiers.preview', { benefits: { benefits: [orphan] } })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'IMPOSSIBLE_SETTINGS', data: { reasons: [{ code: 'noSuchLevel', benefitId: 'off' }] } },
    })
    const members = await shop.merchant('manager', 'tiers.previewMembers', {
      benefits: { benefits: [orphan] },
      from: 'regular',
      to: 'regular',
    })
    expect(members).toMatchObject({ ok: false, error: { code: 'IMPOSSIBLE_SETTINGS' } })
  })

  test('nothing to look at is refused, and so is a clerk', async () => {
    expect(await shop.merchant('manager', 'tiers.preview', {})).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
    await shop.staff('clerk', 'clerk')
    for (const [name, input] of [
      ['tiers.preview', { tiers: DRAFT }],
      ['tiers.previewMembers', { tiers: DRAFT, from: 'regular', to: 'bronze' }],
      ['tiers.recalculation', {}],
    ] as const)
      expect(await shop.merchant('clerk', name, input as never)).toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
  })

  test('while the levels are off, it is told what switching them on would do; nobody is judged', async () => {
    const off = { ...DEFAULT_PROGRAM, pauses: [{ from: TODAY, to: null }] }
    await saveRules(shop.cloud, { program: off }, now)
    later()
    const told = await ask('tiers.preview', { tiers: DRAFT })
    expect(told.isOn).toBe(false)
    expect(told.cells.some(({ kind }) => kind !== 'stay')).toBe(true)
    expect(await ask('tiers.recalculation', {})).toMatchObject({ isOn: false, left: 0 })
    const before = await readAll()
    await shop.timer('everyMinute')
    expect(await readAll()).toEqual(before)
  })

  test('those for whom nothing changes are written together, a few calls for all of them', async () => {
    await saveRules(shop.cloud, { tiers: rules }, now)
    later()
    shop.gateway.resetStats()
    await shop.timer('everyMinute')
    expect(shop.gateway.stats().byCollection.members).toBeLessThan(12)
    for (const { tier, seq, version } of (await readAll()).values())
      expect([tier.version, version, seq > 1]).toEqual([1, 2, true])
  })

  test('an account that was written to since it was read is left for the next slice', async () => {
    await shop.join('eager')
    await shop.timer('everyMinute')
    await saveRules(shop.cloud, { tiers: rules }, now)
    const settings = { ...DEFAULT_SETTINGS, tiers: withRules(DEFAULT_PROGRAM, rules) }
    const read = await accountsBefore(shop.cloud, 'tier.version', 1, 100)
    const eager = shop.memberId('eager')
    const meanwhile = { growthDays: shop.cloud.db.command.set([]), version: shop.cloud.db.command.inc(1) }
    await shop.cloud.db.collection('members').doc(eager).update(meanwhile)
    await settleMany({ cloud: shop.cloud, at: now, today: TODAY }, read, settings)
    const left = await accountsBefore(shop.cloud, 'tier.version', 1, 100)
    expect(left.map(({ _id }) => _id)).toEqual([eager])
  })

  test('a new validity gives everybody above the lowest level a last day, though nobody moves', async () => {
    await saveRules(
      shop.cloud,
      { tiers: { ...rules, standard: LAST_YEARS, validity: { of: 'calendarYear' } } },
      now,
    )
    later()
    await recalculate()
    const all = [...(await readAll()).values()]
    expect(all.some(({ tier }) => tier.id !== 'regular')).toBe(true)
    for (const { tier } of all) expect(tier.earned.until !== null).toBe(tier.id !== 'regular')
  })

  test('everybody is looked at, however their ids are spread', async () => {
    const [account] = (await readAll()).values()
    const crowded = Array.from({ length: 1_400 }, (_, n) => ({
      ...account!,
      _id: `mzzz${String(n).padStart(6, '0')}`,
    }))
    await putMembers(shop.gateway, SHOP_ENV, crowded)
    const told = await ask('tiers.preview', { tiers: DRAFT })
    expect([told.members, told.looked]).toEqual([1_440, 1_440])
    expect(told.cells.reduce((sum, { members }) => sum + members, 0)).toBe(1_440)
  })

  test('a member whose books are broken keeps nobody else from being judged, and fails the run', async () => {
    const [account] = (await readAll()).values()
    const others = Array.from({ length: 150 }, (_, n) => ({
      ...account!,
      _id: `n${String(n).padStart(6, '0')}`,
    }))
    await putMembers(shop.gateway, SHOP_ENV, others)
    const [first] = [...(await readAll()).values()].filter(({ tier }) => tier.id === 'regular')
    const broken = first!._id
    await shop.cloud.db
      .collection('members')
      .doc(broken)
      .update({ balances: { points: shop.cloud.db.command.inc(1) } })
    await saveRules(shop.cloud, { tiers: thresholds(1, 2, 3, 4, 5) }, now)
    later()
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(shop.timer('everyMinute')).rejects.toThrow('recountTiers failed')
    expect(await ask('tiers.recalculation', {})).toMatchObject({ left: 1 })
    expect((await getById<Account>(shop.cloud, 'members', broken))?.tier.version).toBe(0)
  })
})

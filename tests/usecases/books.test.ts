import type { Account } from '@shared/rules/account/account'
import { nextRun, type AuditRun } from '@shared/rules/books/auditRun'
import { readLatestRun, readRun } from '../../cloudfunctions/database/bookChecks'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import { auditMembers } from '../../cloudfunctions/usecases/books/auditMembers'
import { carryOn as carryOnRun } from '../../cloudfunctions/usecases/books/auditRun'
import { auditBooks } from '../support/auditBooks'
import { fakeDate } from '../support/fakeDate'
import { makeManyMembers } from '../support/manyBooks'
import { openShop, type Shop } from '../support/shop'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

// Many members, on a machine that does other things too.
jest.setTimeout(90_000)

let shop: Shop
let alerts: jest.SpyInstance

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  alerts = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  fakeDate('2026-03-01T04:00:00Z')
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('owner', 'owner')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.restoreAllMocks()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const audited = () => auditBooks((name, input) => shop.merchant('owner', name, input))
const start = async () => valueOf(await shop.merchant('owner', 'books.startAudit', {})).run
const carryOn = async (id: string) => valueOf(await shop.merchant('owner', 'books.carryOnAudit', { id })).run
const last = async () => valueOf(await shop.merchant('owner', 'books.lastAudit', {}))

function valueOf<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

/** Alerts that were raised since the last time this was asked. */
function newAlerts(): string[] {
  const texts = alerts.mock.calls.map(([line]) => (JSON.parse(String(line)) as { fault: string }).fault)
  alerts.mockClear()
  return texts
}

async function plantPoint(member: string): Promise<void> {
  const { command } = shop.cloud.db
  await shop.cloud.db
    .collection('members')
    .doc(member)
    .update({ balances: { points: command.inc(1) } })
}

async function accounts(): Promise<Account[]> {
  const { data } = await shop.cloud.db.collection('members').limit(1000).get()
  return data as Account[]
}

async function checkedIn(openid: string): Promise<string> {
  const member = await shop.join(openid)
  await shop.shopper(openid, 'checkin.checkIn', {})
  return member
}

/** The store, with something that happens each time before orders are added up. */
function beforeOrdersAreRead(happens: () => Promise<void>): Cloud {
  const { db } = shop.cloud
  type Pipeline = Record<string, (stage?: unknown) => Pipeline>
  const disturbed = (pipeline: Pipeline): Pipeline =>
    new Proxy(pipeline, {
      get: (_target, stage: string) => (value: unknown) =>
        stage === 'end'
          ? happens().then(() => pipeline.end?.())
          : disturbed(pipeline[stage]?.(value) as Pipeline),
    })
  const aggregate = () => disturbed(db.collection('orders').aggregate() as unknown as Pipeline)
  const collection = (name: string) => (name === 'orders' ? { aggregate } : db.collection(name))
  return { ...shop.cloud, db: { command: db.command, collection } as unknown as Cloud['db'] }
}

const SOUND = { differenceCount: 0, differences: [] }

describe('the nightly audit', () => {
  test('runs once a business day and says nothing of sound books', async () => {
    await checkedIn('sound')
    const before = await accounts()
    expect(await shop.timer('daily')).toMatchObject({
      value: { auditNightly: { members: 1, differences: 0 } },
    })
    expect(await shop.timer('daily')).toMatchObject({ value: { auditNightly: { members: 0 } } })
    await audited()
    expect(await shop.timer('daily')).toMatchObject({ value: { auditNightly: { members: 0 } } })
    pass(DAY)
    expect(await shop.timer('daily')).toMatchObject({ value: { auditNightly: { members: 1 } } })
    expect(await last()).toMatchObject({
      running: null,
      last: { by: 'timer', day: '2026-03-02', members: 1, entries: 2, ...SOUND },
    })
    expect(newAlerts()).toEqual([])
    expect(await accounts()).toEqual(before)
  })

  test('tells a difference by one alert, and changes nothing', async () => {
    const member = await checkedIn('sound')
    await plantPoint(member)
    const before = await accounts()
    await shop.timer('daily')
    const [alert, ...more] = newAlerts()
    expect(alert).toContain(`"member":"${member}","check":"points","expected":5,"found":6`)
    expect(more).toEqual([])
    await shop.timer('daily')
    expect(newAlerts()).toEqual([])
    expect(await accounts()).toEqual(before)
    await shop.timer('everyMinute')
    expect(newAlerts()).toEqual([])
  })

  test('is made up for within the hour when the day’s timer did not run', async () => {
    await checkedIn('sound')
    await shop.timer('daily')
    pass(24 * HOUR)
    expect(await shop.timer('everyMinute')).toMatchObject({ value: { auditUnderWay: { members: 0 } } })
    pass(HOUR + MINUTE)
    expect(await shop.timer('everyMinute')).toMatchObject({ value: { auditUnderWay: { members: 1 } } })
    expect(await shop.timer('daily')).toMatchObject({ value: { auditNightly: { members: 0 } } })
    expect((await last()).last).toMatchObject({ day: '2026-03-02', ...SOUND })
  })

  test('costs the minute’s timer one read when there is nothing to do', async () => {
    await checkedIn('sound')
    await shop.timer('daily')
    await shop.timer('everyMinute')
    shop.gateway.resetStats()
    await shop.timer('everyMinute')
    const { byCollection } = shop.gateway.stats()
    expect(byCollection).toMatchObject({ bookChecks: 1 })
    // The drain looks for waiting entries; nobody else looks at members.
    expect(byCollection.members).toBe(1)
  })

  test('waits for an audit that somebody started, and then runs', async () => {
    await checkedIn('sound')
    const run = await start()
    await shop.timer('daily')
    expect((await last()).last).toMatchObject({ by: 'timer', members: 1 })
    expect(await carryOn(run.id)).toMatchObject({ state: 'done', by: 'staff', members: 1 })
  })
})

describe('an audit on demand', () => {
  test('has never run in a new shop, and finds nothing wrong in it', async () => {
    expect(await last()).toEqual({ running: null, last: null })
    expect(await audited()).toMatchObject({ by: 'staff', members: 0, entries: 0, days: 0, ...SOUND })
  })

  test('is one run, however many start it at once', async () => {
    await checkedIn('sound')
    const runs = await Promise.all(Array.from({ length: 8 }, start))
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1)
    const { data } = await shop.cloud.db.collection('bookChecks').get()
    expect(data).toHaveLength(1)
    expect(await last()).toMatchObject({ running: { id: runs[0]?.id, membersAtStart: 1 }, last: null })
  })

  test('answers a retry with the run that it started, even when that is over', async () => {
    const event = { action: 'books.startAudit', input: {}, requestId: 'pressed-once' }
    const press = () => shop.raw('merchant', event, { openid: 'owner', source: 'wx_client' })
    const first = (await press()) as { value: { run: { id: string } } }
    await carryOn(first.value.run.id)
    expect(await press()).toMatchObject({ value: { run: { id: first.value.run.id, state: 'done' } } })
    expect((await start()).id).not.toBe(first.value.run.id)
  })

  test('is carried on by the minute’s timer, which tells what was found', async () => {
    const member = await checkedIn('sound')
    await plantPoint(member)
    await start()
    expect(await shop.timer('everyMinute')).toMatchObject({
      value: { auditUnderWay: { members: 1, differences: 1 } },
    })
    expect(newAlerts()).toHaveLength(1)
  })

  test('that people carried on to its end is told of by the minute’s timer, once', async () => {
    const member = await checkedIn('sound')
    await plantPoint(member)
    await audited()
    expect(newAlerts()).toEqual([])
    await shop.timer('everyMinute')
    expect(newAlerts()).toHaveLength(1)
    await shop.timer('everyMinute')
    expect(newAlerts()).toEqual([])
  })

  test('refuses to carry on what was never started', async () => {
    expect(await shop.merchant('owner', 'books.carryOnAudit', { id: '00000009' })).toMatchObject({
      ok: false,
      error: { code: 'AUDIT_NOT_FOUND' },
    })
  })
})

describe('an audit of many slices', () => {
  const MANY = 1_250

  test('stops and goes on anywhere, by several workers at once, and counts everybody once', async () => {
    await makeManyMembers(shop, MANY)
    const { id } = await start()
    const stopped = await carryOn(id)
    expect(stopped).toMatchObject({ state: 'running', membersAtStart: MANY, members: 800 })
    // A worker whose commit never arrives, and one that hears nothing of the commit that did.
    for (const fault of ['timeoutBefore', 'timeoutAfter'] as const) {
      shop.gateway.setFaults({
        seed: 1,
        rules: [{ fault, action: 'database.modifyDocument', rateBp: 10_000, times: 1 }],
      })
      await carryOn(id).catch(() => undefined)
    }
    shop.gateway.setFaults({ seed: 0, rules: [] })
    await Promise.all([carryOn(id), carryOn(id), shop.timer('everyMinute'), shop.timer('daily')])
    expect(await carryOn(id)).toMatchObject({ state: 'done', members: MANY, entries: 2 * MANY, days: 1 })
    expect((await last()).last).toMatchObject({ ...SOUND, by: 'timer', members: MANY })
  })

  test('is over when it is over: a worker who comes late with a slice changes nothing', async () => {
    await makeManyMembers(shop, 450)
    const { id } = await start()
    const early = (await readRun(shop.cloud, id)) as AuditRun
    await carryOn(id)
    const over = await readRun(shop.cloud, id)
    expect(over).toMatchObject({ state: 'done', members: 450 })
    let slices = 1
    expect(await carryOnRun(shop.cloud, early, () => slices-- > 0, Date.now())).toEqual(over)
    expect(await readRun(shop.cloud, id)).toEqual(over)
  })

  test('is not confused by members who go on meanwhile', async () => {
    await makeManyMembers(shop, 300)
    // By whose computing was later it is told what the figures have come to: the clock must go.
    jest.useRealTimers()
    let isOver = false
    const life = async (openid: string) => {
      for (let n = 0; n < 12; n += 1) {
        const row = { externalId: `${openid}-${n}`, customer: openid, openid, quantity: 1, amountFen: 100 }
        const rows = [{ ...row, placedDay: '2026-02-20' }]
        await shop.merchant('owner', 'orders.import', { source: 'living', rows })
        if (n % 4 === 0) await shop.timer('everyMinute')
      }
    }
    const lives = Promise.all(['a', 'b', 'c', 'd'].map(life)).finally(() => (isOver = true))
    let audits = 0
    while (!isOver) {
      expect(await audited()).toMatchObject(SOUND)
      audits += 1
    }
    await lives
    expect(audits).toBeGreaterThan(2)
    expect(await audited()).toMatchObject({ members: 304, orders: 48, ...SOUND })
  })

  test('looks again at a member who was written to between two of its reads, as often as it must', async () => {
    const member = await checkedIn('busy')
    const run = nextRun(null, {
      by: 'system',
      requestId: 'r',
      day: '2026-03-01',
      startedAt: Date.now(),
      membersAtStart: 1,
      filedBefore: 0,
    })
    let orders = 0
    const disturbed = beforeOrdersAreRead(async () => {
      if (orders === 3) return
      orders += 1
      const row = { externalId: `${orders}`, customer: 'busy', openid: 'busy', quantity: 1, amountFen: 100 }
      const rows = [{ ...row, placedDay: '2026-02-20' }]
      await shop.merchant('owner', 'orders.import', { source: 'busy', rows })
    })
    expect((await auditMembers(disturbed, run)).differences).toEqual([])
    expect(orders).toBe(3)
    orders = 0
    await plantPoint(member)
    expect((await auditMembers(disturbed, run)).differences).toMatchObject([{ member, check: 'points' }])
  })

  test('keeps a hundred differences and counts them all', async () => {
    const ids = await makeManyMembers(shop, 130)
    for (const id of ids.slice(0, 120)) await plantPoint(id)
    const result = await audited()
    expect(result.differenceCount).toBe(120)
    expect(result.differences.map(({ member }) => member)).toEqual(ids.slice(0, 100))
    await shop.timer('everyMinute')
    const told = newAlerts()
    expect(told).toHaveLength(101)
    expect(told.at(-1)).toContain('20 more')
  })
})

test('the record of a run holds nothing of a person but member ids', async () => {
  await checkedIn('sound')
  await audited()
  const run = (await readLatestRun(shop.cloud)) as AuditRun
  expect(run).toMatchObject({ by: `staff:${shop.memberId('owner')}`, state: 'done', version: 3 })
})

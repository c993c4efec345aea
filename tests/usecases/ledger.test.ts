import { addDays, daysOfMonth, monthOf } from '@shared/kernel/day'
import type { InputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Entry, EntryKind } from '@shared/rules/account/entry'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import { getById, put } from '../../cloudfunctions/database/documentAccess'
import { drain } from '../../cloudfunctions/database/drain'
import { readLedgerPage } from '../../cloudfunctions/usecases/points/ledgerPage'
import { openShop, type Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('clerk', 'clerk')
})
afterAll(() => shop.close())

type Filter = InputOf<'points.ledger'>

async function pageOf(openid: string, input: Filter) {
  const page = await shop.shopper(openid, 'points.ledger', input)
  if (!page.ok) throw new Error(page.error.message)
  return page.value
}

async function allPages(openid: string, filter: Filter) {
  const entries = []
  for (let cursor: number | null | undefined; cursor !== null;) {
    const page = await pageOf(openid, cursor ? { ...filter, cursor } : filter)
    entries.push(...page.entries)
    cursor = page.nextCursor
  }
  return entries
}

async function accountOf(member: string): Promise<Account> {
  const account = await getById<Account>(shop.cloud, 'members', member)
  if (!account) throw new Error(`${member} is not there`)
  return account
}

const ENTRIES = 10_000
const FIRST_DAY = '2020-01-01'

/** Mostly check-ins, a purchase in ten, few of the others; three a day. */
function kindAt(seq: number): EntryKind {
  if (seq % 3_000 === 0) return 'pointsExpired'
  if (seq % 500 === 0) return 'orderRefunded'
  if (seq % 100 === 0) return 'pointsSpent'
  return seq % 10 === 0 ? 'orderPaid' : 'checkin'
}

const LOSES: readonly EntryKind[] = ['pointsExpired', 'orderRefunded', 'pointsSpent']

function changeAt(seq: number): Entry['change'] {
  const kind = kindAt(seq)
  const isPending = kind === 'orderPaid'
  return {
    points: isPending ? 0 : LOSES.includes(kind) ? -1 : 5,
    growth: kind === 'checkin' ? 1 : 0,
    principal: 0,
    bonus: 0,
    pendingPoints: isPending ? 20 : 0,
    pointsDebt: 0,
  }
}

/** A member whose journal holds 10,000 entries, put there as they would lie after years. */
async function longHistory(openid: string): Promise<Entry[]> {
  const member = await shop.join(openid)
  const account = await accountOf(member)
  const [joined] = account.tail
  if (!joined) throw new Error('joining left no entry')
  const entries = Array.from({ length: ENTRIES - 1 }, (_, index): Entry => {
    const seq = index + 2
    const day = addDays(FIRST_DAY, Math.floor(seq / 3))
    return { ...joined, _id: `long:${openid}:${seq}`, seq, day, kind: kindAt(seq), change: changeAt(seq) }
  })
  for (let at = 0; at < entries.length; at += 1_000) {
    await shop.cloud.db.collection('journal').add(entries.slice(at, at + 1_000))
  }
  await put<Account>(shop.cloud, 'members', {
    ...account,
    seq: ENTRIES,
    version: account.version + 1,
    tail: [],
    tailSince: null,
  })
  await shop.cloud.db.collection('journal').add({ ...joined, filedAt: 1 })
  return [{ ...joined, seq: 1 }, ...entries].reverse()
}

describe('a ledger of 10,000 entries', () => {
  let entries: Entry[]
  beforeAll(async () => {
    entries = await longHistory('long')
  }, 60_000)

  const FILTERS: readonly (readonly [string, Filter, (entry: Entry) => boolean])[] = [
    ['all of it', {}, () => true],
    ['points', { unit: 'points' }, ({ kind }) => kind !== 'memberJoined'],
    ['growth', { unit: 'growth' }, ({ kind }) => kind === 'checkin'],
    ['a month', { month: '2026-02' }, ({ day }) => monthOf(day) === '2026-02'],
    ['what was earned', { kind: 'earned' }, ({ kind }) => !LOSES.includes(kind)],
    ['what was spent', { kind: 'spent' }, ({ kind }) => kind === 'pointsSpent'],
    ['what lapsed', { kind: 'expired' }, ({ kind }) => kind === 'pointsExpired'],
    [
      'points spent in a month',
      { unit: 'points', kind: 'spent', month: '2020-04' },
      ({ kind, day }) => kind === 'pointsSpent' && monthOf(day) === '2020-04',
    ],
    ['what never was', { kind: 'adjusted' }, () => false],
  ]

  test.each(FILTERS)(
    '%s: exactly what was asked for, newest first',
    async (_name, filter, asks) => {
      const found = await allPages('long', filter)
      expect(found.map(({ seq }) => seq)).toEqual(entries.filter(asks).map(({ seq }) => seq))
    },
    60_000,
  )

  test.each(FILTERS)('%s: any page is two calls', async (_name, filter, asks) => {
    const asked = entries.filter(asks)
    for (const page of [1, 2, 50, 100]) {
      const cursor = page === 1 ? undefined : (asked[(page - 1) * 20 - 1]?.seq ?? 2)
      shop.gateway.resetStats()
      await pageOf('long', cursor ? { ...filter, cursor } : filter)
      expect(shop.gateway.stats()).toMatchObject({
        total: 2,
        byCollection: { members: 1, journal: 1 },
      })
    }
  })

  test.each([
    ['all of it', {}, [undefined, 5_000, 20], 50],
    ['points', { unit: 'points' }, [undefined, 5_000, 20], 50],
    ['what was earned', { kind: 'earned' }, [undefined, 5_000, 20], 50],
    ['a month', { month: '2020-03' }, [undefined, 200], 3 * daysOfMonth('2020-03').length + 21],
    ['what lapsed', { kind: 'expired' }, [undefined, 4_000], 2 * 3],
    ['what never was', { kind: 'adjusted' }, [undefined, 9_000], 0],
  ] as const)(
    '%s: no more is read than a few pages, or what the month or kind holds',
    async (_name, filter, cursors, most) => {
      for (const cursor of cursors) {
        shop.gateway.resetStats()
        await pageOf('long', cursor ? { ...filter, cursor } : filter)
        expect(shop.gateway.stats().documentsRead.journal ?? 0).toBeLessThanOrEqual(most)
      }
    },
  )
})

test('entries that wait in the tail are listed with those of the journal, each once', async () => {
  await shop.join('fresh')
  await shop.timer('everyMinute')
  const stamped = await shop.shopper('fresh', 'checkin.checkIn', {})
  if (!stamped.ok) throw new Error(stamped.error.message)
  const seqs = async (filter: Filter) => (await pageOf('fresh', filter)).entries.map(({ seq }) => seq)
  const month = monthOf(stamped.value.day)
  for (const round of ['waiting', 'filed']) {
    expect([round, await seqs({})]).toEqual([round, [2, 1]])
    expect(await seqs({ unit: 'points' })).toEqual([2])
    expect(await seqs({ unit: 'growth', month, kind: 'earned' })).toEqual([2])
    expect(await seqs({ month, kind: 'earned' })).toEqual([2, 1])
    expect(await seqs({ month: '2020-01' })).toEqual([])
    expect(await seqs({ kind: 'spent' })).toEqual([])
    await shop.timer('everyMinute')
  }
})

test('an entry that moves from the tail to the journal between the reads is not missed', async () => {
  const member = await shop.join('moving')
  await shop.shopper('moving', 'checkin.checkIn', {})
  const cloud = between(shop.cloud, async () => {
    await drain(shop.cloud, [await accountOf(member)], Date.now())
  })
  const read = await readLedgerPage({ cloud, memberId: member }, { unit: 'points', month: null, group: null })
  expect(read?.page.entries.map(({ seq }) => seq)).toEqual([2])
})

test('a page of a filter is whole though more came in between the reads than a page takes', async () => {
  const member = await shop.join('overtaken')
  await shop.shopper('overtaken', 'checkin.checkIn', {})
  await drain(shop.cloud, [await accountOf(member)], Date.now())
  const stamp = await shop.cloud.db.collection('journal').where({ member, kind: 'checkin' }).get()
  const [entry] = stamp.data as Entry[]
  if (!entry) throw new Error('the check-in is not in the journal')
  const later = Array.from({ length: 25 }, (_, i) => ({ ...entry, _id: `later:${i}`, seq: 3 + i }))
  const cloud = between(shop.cloud, async () => {
    await shop.cloud.db.collection('journal').add(later)
  })
  const read = await readLedgerPage({ cloud, memberId: member }, { unit: 'points', month: null, group: null })
  expect(read?.page.entries.map(({ seq }) => seq)).toEqual([2])
})

/** The store, with something that happens once the first read has been answered. */
function between(cloud: Cloud, happens: () => Promise<void>): Cloud {
  let isFirst = true
  const after = <T extends object>(query: T): T =>
    new Proxy(query, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown
        if (typeof method !== 'function') return method
        return (...given: unknown[]) => {
          const answer = (method as (...given: unknown[]) => unknown).apply(target, given)
          if (name !== 'get') return after(answer as object)
          return Promise.resolve(answer).then(async (data) => {
            if (isFirst) {
              isFirst = false
              await happens()
            }
            return data
          })
        }
      },
    })
  const db = new Proxy(cloud.db, {
    get: (target, name) =>
      name === 'collection'
        ? (collection: string) => after(target.collection(collection))
        : (Reflect.get(target, name) as unknown),
  })
  return { ...cloud, db }
}

test('the page of points tells what is to come, what lapses soon, and a debt', async () => {
  const member = await shop.join('standing')
  const account = await accountOf(member)
  const { today } = await pageOf('standing', {})
  const pending = [{ releaseDay: addDays(today, 7), validUntil: addDays(today, 90), points: 40 }]
  const lots = [
    { validUntil: addDays(today, 3), points: 10 },
    { validUntil: addDays(today, 30), points: 20 },
    { validUntil: addDays(today, 31), points: 30 },
    { validUntil: null, points: 5 },
  ]
  const balances = { ...account.balances, points: 65, pendingPoints: 40, pointsDebt: -15 }
  await put<Account>(shop.cloud, 'members', { ...account, version: 9, lots, pending, balances })
  expect(await pageOf('standing', { unit: 'points' })).toMatchObject({
    balances: { points: 65, pendingPoints: 40, pointsDebt: -15 },
    lots,
    pending,
    expiringSoon: { points: 30, firstDay: addDays(today, 3) },
    firstMonth: monthOf(today),
  })
})

test('an order whose points are still to come shows them as pending', async () => {
  const member = await shop.join('patient')
  await put(shop.cloud, 'settings', {
    _id: 'earning',
    value: {
      ...(await import('@shared/rules/earning/settings')).DEFAULT_EARNING,
      version: 1,
      releaseDays: 7,
    },
  })
  jest.useFakeTimers({ now: Date.now() + 10_000, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] })
  const line = { category: null, product: null, quantity: 1, amountFen: 10_000 }
  const sold = await shop.merchant('clerk', 'orders.record', { member, number: 'P1', lines: [line] })
  jest.useRealTimers()
  expect(sold).toMatchObject({ ok: true })
  const page = await pageOf('patient', { unit: 'points' })
  expect(page.entries).toMatchObject([{ kind: 'orderPaid', points: 0, pendingPoints: 100, pointsDebt: 0 }])
})

describe('the page of growth', () => {
  const readGrowth = async (openid: string) => {
    const read = await shop.shopper(openid, 'growth.read', {})
    if (!read.ok) throw new Error(read.error.message)
    return read.value
  }

  test('tells the number, how it is counted, the way up and the entries, in one call of two reads', async () => {
    await shop.join('grown')
    await shop.shopper('grown', 'checkin.checkIn', {})
    await readGrowth('grown')
    shop.gateway.resetStats()
    const read = await readGrowth('grown')
    expect(shop.gateway.stats().byCollection).toEqual({ members: 1, journal: 1 })
    expect(read).toMatchObject({
      growth: 1,
      counting: { kind: 'allTime' },
      leaving: null,
      tier: {
        current: { rank: 0 },
        next: {
          ways: [{ parts: [{ measure: 'growth', have: 1 }] }, { parts: [{ measure: 'spend' }] }],
        },
      },
      entries: [{ kind: 'checkin', growth: 1 }],
      nextCursor: null,
    })
  })

  test('is for members', async () => {
    expect(await shop.shopper('stranger', 'growth.read', {})).toMatchObject({
      ok: false,
      error: { code: 'NOT_A_MEMBER' },
    })
  })
})

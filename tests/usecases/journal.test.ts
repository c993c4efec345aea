import type { InputOf, OutputOf } from '@shared/contracts'
import { dayOf, startOfDay } from '@shared/kernel/businessDay'
import { addDays } from '@shared/kernel/day'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const TODAY = dayOf(Date.now())
const DAY = addDays(TODAY, -40)

const ORDERS = 180

const row = (customer: number, order: number, placedDay = DAY) => ({
  externalId: `${customer}-${order}`,
  customer: String(customer),
  placedDay,
  quantity: 1,
  amountFen: 10_000 + order,
})

/** 180 past orders of nine customers on one day: all at its noon, so that only their ids tell them apart. */
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('owner', 'owner')
  await shop.staff('manager', 'manager')
  await shop.staff('clerk', 'clerk')
  const rows = Array.from({ length: ORDERS }, (_, i) => row(i % 9, i))
  const imported = await shop.merchant('owner', 'orders.import', { source: 'old', rows })
  if (!imported.ok) throw new Error(imported.error.message)
  await shop.join('shopper')
  await shop.shopper('shopper', 'checkin.checkIn', {})
  await shop.timer('everyMinute')
})
afterAll(() => shop.close())

async function page(input: InputOf<'books.journal'>): Promise<OutputOf<'books.journal'>> {
  const answer = await shop.merchant('manager', 'books.journal', input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

async function allPages(input: InputOf<'books.journal'>) {
  const pages = [await page(input)]
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
    pages.push(await page({ ...input, cursor }))
  return pages
}

test('the entries of a day, newest first, 20 a page, each once, though all carry one instant', async () => {
  const pages = await allPages({ day: DAY, kind: 'earned' })
  expect(pages.map(({ entries }) => entries.length)).toEqual([...Array<number>(9).fill(20), 9])
  const entries = pages.flatMap((each) => each.entries)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(ORDERS + 9)
  const orders = entries.filter(({ kind }) => kind === 'orderImported')
  expect(new Set(orders.map(({ at }) => at))).toEqual(new Set([startOfDay(DAY) + 12 * 3_600_000]))
  expect(entries.every(({ day }) => day === DAY)).toBe(true)
  expect(new Set(entries.map(({ member }) => member)).size).toBe(9)
  expect(entries.find(({ id }) => id.includes('-44:'))).toMatchObject({
    reason: { zh: '消费 100.44 元' },
    points: 100,
    growth: 100,
    member: expect.any(String) as string,
  })
})

test('an entry that comes in between two pages neither repeats nor hides another', async () => {
  const first = await page({ day: DAY })
  const late = await shop.merchant('owner', 'orders.import', { source: 'late', rows: [row(9, 99)] })
  expect(late.ok).toBe(true)
  const rest = []
  for (let { nextCursor: cursor } = first; cursor;) {
    const next = await page({ day: DAY, cursor })
    rest.push(...next.entries)
    cursor = next.nextCursor
  }
  const ids = [...first.entries, ...rest].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id.startsWith('order:old:'))).toHaveLength(ORDERS)
})

test('today is the day that is shown at first, in order of time, by kind where asked', async () => {
  const today = await page({})
  expect(today).toMatchObject({ day: TODAY, today: TODAY, nextCursor: null })
  const times = today.entries.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect(today.entries.map(({ kind }) => kind)).toContain('checkin')
  expect((await page({ kind: 'expired' })).entries).toEqual([])
  expect((await page({ day: addDays(TODAY, -39) })).entries).toEqual([])
})

test('the first page costs one read beside the role, others two side by side, of no more entries than they need', async () => {
  const pages = await allPages({ day: DAY })
  for (const [input, reads] of [
    [{ day: DAY }, 1],
    [{ day: DAY, cursor: pages.at(-2)?.nextCursor ?? undefined }, 2],
  ] as const) {
    await shop.gateway.resetStats()
    await page(input)
    const { byAction, documentsRead } = await shop.gateway.stats()
    expect(byAction).toEqual({ 'database.getDocument': 1 + reads })
    // The local store reads 50 at a time.
    expect(documentsRead.journal).toBeLessThanOrEqual(reads * 50)
  }
})

test('a member’s books: for clerks, whether they joined or not, with the ledger by cursor and kind', async () => {
  const member = (await page({ day: DAY })).entries[0]?.member ?? ''
  const ask = (input: Partial<InputOf<'books.member'>> = {}) =>
    shop.merchant('clerk', 'books.member', { member, ...input })
  const books = await ask()
  if (!books.ok) throw new Error(books.error.message)
  expect(books.value).toMatchObject({
    member,
    joinedDay: null,
    knownSince: DAY,
    today: TODAY,
    tier: { current: { id: 'silver' } },
    // Twenty orders and the joining: one more page of one entry.
    nextCursor: 2,
  })
  const { entries, balances, lots } = books.value
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => 21 - i))
  expect(entries[0]?.after).toEqual(balances)
  expect(lots.reduce((all, { points }) => all + points, 0)).toBe(balances.points)
  expect(await ask({ cursor: 3 })).toMatchObject({
    value: { entries: [{ seq: 2 }, { seq: 1 }], nextCursor: null },
  })
  expect(await ask({ kind: 'spent' })).toMatchObject({ value: { entries: [], nextCursor: null } })
  const joined = await shop.merchant('clerk', 'books.member', { member: shop.memberId('shopper') })
  expect(joined).toMatchObject({ ok: true, value: { joinedDay: TODAY, balances: { points: 5 } } })
  await shop.gateway.resetStats()
  await ask()
  expect((await shop.gateway.stats()).byCollection).toMatchObject({ staff: 1, members: 1, journal: 1 })
})

test('who may not is told so, and who is not there', async () => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(await shop.merchant('clerk', 'books.journal', {})).toMatchObject(forbidden)
  const member = shop.memberId('shopper')
  expect(await shop.merchant('shopper', 'books.member', { member })).toMatchObject(forbidden)
  expect(await shop.merchant('clerk', 'books.member', { member: 'nobody' })).toMatchObject({
    ok: false,
    error: { code: 'MEMBER_NOT_FOUND' },
  })
})

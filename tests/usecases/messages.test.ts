import { fakeDate } from '../support/fakeDate'
import { fillOutbox, remind } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START_ISO = '2026-03-01T04:00:00Z'
const START = Date.parse(START_ISO)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeAll(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
})
beforeEach(async () => {
  fakeDate(START_ISO)
  shop = await openShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const everyMinute = () => shop.timer('everyMinute')

async function list(openid: string, cursor?: { at: number; id: string }) {
  const page = await shop.shopper(openid, 'messages.list', cursor ? { cursor } : {})
  if (!page.ok) throw new Error(page.error.message)
  return page.value
}

async function pagesOf(openid: string) {
  const pages = []
  for (let cursor: { at: number; id: string } | null | undefined; cursor !== null;) {
    const page = await list(openid, cursor)
    pages.push(page.messages)
    cursor = page.nextCursor
  }
  return pages
}

describe('the inbox', () => {
  test('tells what came, when, and where it leads', async () => {
    const memberId = await shop.join('reader')
    await remind(shop, memberId, ['2026-03-31'])
    pass(MINUTE)
    await everyMinute()
    expect(await list('reader')).toEqual({
      messages: [
        {
          id: `pointsExpiring:${memberId}:2026-03-31:30`,
          kind: 'pointsExpiring',
          at: START + MINUTE,
          title: { zh: '120 积分将在 30 天后到期', en: '120 points lapse in 30 days' },
          text: {
            zh: expect.stringContaining('2026年3月31日') as string,
            en: expect.stringContaining('31 Mar 2026') as string,
          },
          link: 'points',
        },
      ],
      readAt: 0,
      unread: 1,
      nextCursor: null,
    })
  })

  test('is for members, and for nobody who is only known from past orders', async () => {
    await shop.staff('owner', 'owner')
    const row = { externalId: '1', customer: 'a', openid: 'known', placedDay: '2026-02-01', quantity: 1 }
    await shop.merchant('owner', 'orders.import', { source: 'old', rows: [{ ...row, amountFen: 100 }] })
    for (const answer of [
      await shop.shopper('stranger', 'messages.list', {}),
      await shop.shopper('stranger', 'messages.markRead', { upTo: 1 }),
      await shop.shopper('known', 'messages.list', {}),
      await shop.shopper('known', 'messages.markRead', { upTo: 1 }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_A_MEMBER' } })
    }
  })

  test('shows each member their own', async () => {
    const memberId = await shop.join('mine')
    await shop.join('other')
    await fillOutbox(shop, memberId, 1)
    await everyMinute()
    expect((await list('mine')).messages).toHaveLength(1)
    expect((await list('other')).messages).toEqual([])
  })

  test('comes newest first by pages, whole though many came at one instant and more come meanwhile', async () => {
    const memberId = await shop.join('reader')
    await fillOutbox(shop, await shop.join('other'), 45)
    await fillOutbox(shop, memberId, 45)
    await everyMinute()
    const first = await list('reader')
    expect(first.messages).toHaveLength(20)
    pass(MINUTE)
    await remind(shop, memberId, ['2029-01-01'])
    await everyMinute()
    const second = await list('reader', first.nextCursor ?? undefined)
    const third = await list('reader', second.nextCursor ?? undefined)
    expect(third.nextCursor).toBeNull()
    const seen = [first, second, third].flatMap(({ messages }) => messages.map(({ id }) => id))
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect((await list('reader')).messages[0]?.id).toContain('2029-01-01')
    expect((await pagesOf('reader')).map(({ length }) => length)).toEqual([20, 20, 6])
  })

  test('what is told one after another stands so, though it comes together', async () => {
    const memberId = await shop.join('reader')
    for (const lastDay of ['2026-03-31', '2028-01-01', '2027-01-01']) {
      await remind(shop, memberId, [lastDay])
      pass(1_000)
    }
    await everyMinute()
    expect((await list('reader')).messages.map(({ id }) => id.slice(-13, -3))).toEqual([
      '2027-01-01',
      '2028-01-01',
      '2026-03-31',
    ])
  })

  test('a page that is just full is the last one', async () => {
    const memberId = await shop.join('full')
    await fillOutbox(shop, memberId, 20)
    await everyMinute()
    expect(await list('full')).toMatchObject({ messages: { length: 20 }, unread: 20, nextCursor: null })
  })

  test('counts what is unread, 99 at most', async () => {
    const memberId = await shop.join('counter')
    await fillOutbox(shop, memberId, 21)
    await everyMinute()
    const first = await list('counter')
    expect(first.unread).toBe(21)
    expect((await list('counter', first.nextCursor ?? undefined)).unread).toBe(21)
    pass(MINUTE)
    await fillOutbox(shop, memberId, 120, '2028-01-01')
    await everyMinute()
    expect((await list('counter')).unread).toBe(99)
  })

  test('is two reads while not all of the newest are unread', async () => {
    const memberId = await shop.join('frugal')
    await fillOutbox(shop, memberId, 20)
    await everyMinute()
    await shop.gateway.resetStats()
    await list('frugal')
    expect((await shop.gateway.stats()).byCollection).toEqual({ members: 1, inbox: 1 })
  })

  test('is read up to what was seen, and never less', async () => {
    const memberId = await shop.join('seen')
    await remind(shop, memberId, ['2026-03-31'])
    await everyMinute()
    const [older] = (await list('seen')).messages
    pass(MINUTE)
    await remind(shop, memberId, ['2026-04-30'])
    await everyMinute()
    const [newer] = (await list('seen')).messages
    const mark = (upTo: number) => shop.shopper('seen', 'messages.markRead', { upTo })
    expect(await mark(older!.at)).toEqual({ ok: true, value: { readAt: older!.at } })
    expect(await list('seen')).toMatchObject({ unread: 1, readAt: older!.at })
    expect(await mark(newer!.at)).toEqual({ ok: true, value: { readAt: newer!.at } })
    await shop.gateway.resetStats()
    expect(await mark(newer!.at)).toEqual({ ok: true, value: { readAt: newer!.at } })
    expect(await mark(older!.at)).toEqual({ ok: true, value: { readAt: newer!.at } })
    // Nothing changed, so nothing was written.
    expect((await shop.gateway.stats()).byAction['database.modifyDocument']).toBeUndefined()
    expect(await list('seen')).toMatchObject({ unread: 0 })
  })

  test('what comes after a mark is unread, however far ahead the mark was set', async () => {
    const memberId = await shop.join('ahead')
    await shop.shopper('ahead', 'messages.markRead', { upTo: START + 24 * HOUR })
    await remind(shop, memberId, ['2026-03-31'])
    pass(MINUTE)
    await everyMinute()
    expect(await list('ahead')).toMatchObject({ unread: 1, readAt: START })
  })
})

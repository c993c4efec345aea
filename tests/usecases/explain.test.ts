import type { InputOf, OutputOf } from '@shared/contracts'
import { whatDoesNotAddUp } from '@shared/rules/explain/explanation'
import { openShop, type Answered, type Shop } from '../support/shop'

type Subject = InputOf<'explain.read'>['subject']
type Explained = Answered<OutputOf<'explain.read'>>

let shop: Shop
let member: string
let other: string

const line = (amountFen: number) => ({ category: null, product: null, quantity: 1, amountFen })

async function must(answered: Promise<Answered<unknown>>): Promise<void> {
  const { ok, ...rest } = await answered
  if (!ok) throw new Error(JSON.stringify(rest))
}

/** All 800 points are spent, then refunds leave a debt; the order's freight goes back too. */
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('clerk', 'clerk')
  member = await shop.join('shopper')
  other = await shop.join('other')
  const sell = (number: string, amountFen: number, points = 0) =>
    shop.merchant('clerk', 'orders.record', {
      member,
      number,
      lines: [line(amountFen)],
      points,
      freightFen: 500,
    })
  await must(shop.shopper('shopper', 'checkin.checkIn', {}))
  await must(sell('A', 79_500))
  await must(sell('B', 1_600, 800))
  await must(
    shop.merchant('clerk', 'orders.refund', {
      member,
      orderId: 'counter:A',
      refundId: 'r1',
      amountFen: 79_500,
    }),
  )
  await must(shop.shopper('other', 'checkin.checkIn', {}))
})
afterAll(() => shop.close())

const ask = (openid: string, subject: Subject): Promise<Explained> =>
  shop.shopper(openid, 'explain.read', { subject })
const askAsClerk = (subject: Subject, of = member): Promise<Explained> =>
  shop.merchant('clerk', 'explain.readMember', { member: of, subject })

const BALANCES = ['pointsBalance', 'pendingBalance', 'debtBalance', 'growthBalance', 'tier'] as const

test.each(BALANCES)('%s: the shopper and the shop read the same, and it adds up', async (kind) => {
  const own = await ask('shopper', { kind })
  expect(own).toMatchObject({ ok: true })
  expect(await askAsClerk({ kind })).toEqual(own)
  expect(own.ok && whatDoesNotAddUp(own.value.lines)).toBeNull()
})

test('every entry of the ledger opens, for its member and for the shop, and adds up', async () => {
  const ledger = await shop.shopper('shopper', 'points.ledger', {})
  const ids = ledger.ok ? ledger.value.entries.map(({ id }) => id) : []
  expect(ids).toHaveLength(6)
  for (const id of ids) {
    const own = await ask('shopper', { kind: 'entry', id })
    expect(own.ok ? whatDoesNotAddUp(own.value.lines) : own).toBeNull()
    expect(await askAsClerk({ kind: 'entry', id })).toEqual(own)
  }
})

test('a debt names the refund that made it', async () => {
  const owed = await ask('shopper', { kind: 'debtBalance' })
  // 5 from the check-in and 795 were spent; 8 came in with B, and go back first.
  expect(owed).toMatchObject({
    ok: true,
    value: {
      lines: [
        { label: { en: expect.stringContaining('order counter:A') as string }, amount: -787, role: 'part' },
        { amount: -787, role: 'sum' },
        { role: 'note' },
      ],
    },
  })
})

test('an order opens by its number', async () => {
  const order = await ask('shopper', { kind: 'order', id: 'counter:B' })
  expect(order.ok && order.value.lines.map(({ label, amount }) => [label.en, amount])).toEqual([
    ['Quantity', 1],
    ['Goods', 1_600],
    ['Taken off by points', -800],
    ['Freight', 500],
    ['Paid', 1_300],
    ['Points earned', 8],
    ['Growth earned', 8],
    ['Points used', 800],
  ])
})

test('what is another member’s is not found, by the shopper nor under the wrong member', async () => {
  const notFound = { ok: false, error: { code: 'ENTRY_NOT_FOUND' } }
  const theirs: Subject = { kind: 'entry', id: 'order:counter:A:paid' }
  expect(await ask('shopper', theirs)).toMatchObject({ ok: true })
  expect(await ask('other', theirs)).toMatchObject(notFound)
  expect(await askAsClerk(theirs, other)).toMatchObject(notFound)
  expect(await ask('shopper', { kind: 'entry', id: 'order:none:paid' })).toMatchObject(notFound)
  const order = { ok: false, error: { code: 'ORDER_NOT_FOUND', data: { orderId: 'counter:A' } } }
  expect(await ask('other', { kind: 'order', id: 'counter:A' })).toMatchObject(order)
  expect(await askAsClerk({ kind: 'order', id: 'counter:A' }, other)).toMatchObject(order)
})

test('who may ask: members of themselves, staff of anybody that is there', async () => {
  expect(await ask('stranger', { kind: 'tier' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_A_MEMBER' },
  })
  expect(await askAsClerk({ kind: 'tier' }, 'nobody')).toMatchObject({
    ok: false,
    error: { code: 'MEMBER_NOT_FOUND' },
  })
  expect(
    await shop.merchant('other', 'explain.readMember', { member, subject: { kind: 'tier' } }),
  ).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

test('who has a history here and has not joined is told so, while the shop reads their books', async () => {
  await shop.staff('manager', 'manager')
  const row = {
    externalId: '1',
    customer: '1',
    openid: 'known',
    placedDay: '2026-01-05',
    quantity: 1,
    amountFen: 5_000,
  }
  await must(shop.merchant('manager', 'orders.import', { source: 'old', rows: [row] }))
  const subject = { kind: 'pointsBalance' } as const
  expect(await ask('known', subject)).toMatchObject({ ok: false, error: { code: 'NOT_A_MEMBER' } })
  expect(await askAsClerk(subject, shop.memberId('known'))).toMatchObject({ ok: true })
})

/** What a call reads; settings are kept for some seconds and may have to be read again. */
async function readsOf(call: () => Promise<Explained>): Promise<Record<string, number>> {
  await shop.gateway.resetStats()
  expect((await call()).ok).toBe(true)
  const { settings: _kept, ...reads } = (await shop.gateway.stats()).byCollection
  return reads
}

test.each([
  ['pointsBalance', { members: 1 }],
  ['tier', { members: 1 }],
  ['growthBalance', { members: 1 }],
  ['debtBalance', { members: 1, journal: 1 }],
] as const)('%s costs no more reads than it needs', async (kind, reads) => {
  expect(await readsOf(() => ask('shopper', { kind }))).toEqual(reads)
})

test('an entry costs two reads, waiting in the tail or filed; staff one more for their role', async () => {
  const waiting: Subject = { kind: 'entry', id: (await newest('other')) ?? '' }
  const filed: Subject = { kind: 'entry', id: 'order:counter:A:paid' }
  const two = { members: 1, journal: 1 }
  expect(await readsOf(() => ask('other', waiting))).toEqual(two)
  expect(await readsOf(() => ask('shopper', filed))).toEqual(two)
  expect(await readsOf(() => askAsClerk(filed))).toEqual({ ...two, staff: 1 })
})

async function newest(openid: string): Promise<string | undefined> {
  const ledger = await shop.shopper(openid, 'points.ledger', {})
  return ledger.ok ? ledger.value.entries[0]?.id : undefined
}

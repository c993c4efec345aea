import type { InputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { auditBooks } from '../support/auditBooks'
import { openShop, type Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('owner', 'owner')
  await shop.staff('clerk', 'clerk')
})
afterAll(() => shop.close())

type Line = InputOf<'orders.record'>['lines'][number]
const line = (amountFen: number, patch: Partial<Line> = {}): Line => ({
  category: null,
  product: null,
  quantity: 1,
  amountFen,
  ...patch,
})

const record = (input: InputOf<'orders.record'>) => shop.merchant('clerk', 'orders.record', input)
const refund = (input: InputOf<'orders.refund'>) => shop.merchant('clerk', 'orders.refund', input)

async function accountOf(member: string): Promise<Account> {
  const account = await getById<Account>(shop.cloud, 'members', member)
  if (!account) throw new Error(`${member} is not there`)
  return account
}

async function differences() {
  const audit = await auditBooks((name, input) => shop.merchant('owner', name, input))
  return audit.differences
}

test('a sale earns, once however often it is sent, in four round trips', async () => {
  const member = await shop.join('buyer')
  const sale = { member, number: 'A1', lines: [line(12_345)], freightFen: 1_000 }
  await record({ member: 'nobody', number: 'A0', lines: [line(1)] })
  await shop.gateway.resetStats()
  const first = await record(sale)
  const { byAction } = await shop.gateway.stats()
  expect(first).toEqual({
    ok: true,
    value: {
      orderId: 'counter:A1',
      payableFen: 13_345,
      pointsUsed: 0,
      deductedFen: 0,
      earnedPoints: 123,
      earnedGrowth: 123,
      releaseDay: null,
    },
  })
  // The clerk's role; then start, two reads side by side, three writes side by side, commit.
  expect(byAction).toEqual({
    'database.startTransaction': 1,
    'database.getDocument': 1 + 2,
    'database.insertDocument': 2,
    'database.modifyDocument': 1,
    'database.commitTransaction': 1,
  })
  const again = await Promise.all(Array.from({ length: 5 }, () => record(sale)))
  expect(again).toEqual(Array(5).fill(first))
  expect((await accountOf(member)).balances).toMatchObject({ points: 123, growth: 123 })
  expect(await differences()).toEqual([])
})

test('a number stands for one sale: another content is refused whole', async () => {
  const member = await shop.join('twice')
  await record({ member, number: 'B1', lines: [line(5_000)] })
  const other = await record({ member, number: 'B1', lines: [line(6_000)] })
  expect(other).toMatchObject({ ok: false, error: { code: 'ORDER_NUMBER_TAKEN', data: { number: 'B1' } } })
  expect((await accountOf(member)).balances.points).toBe(50)
})

test('points take money off, and a refund in parts ends where a whole one ends', async () => {
  const [parts, whole] = [await shop.join('parts'), await shop.join('whole')]
  for (const member of [parts, whole]) await record({ member, number: `C-${member}`, lines: [line(100_000)] })
  const orders = await Promise.all(
    [parts, whole].map(async (member) => {
      const sold = await record({
        member,
        number: `D-${member}`,
        lines: [line(20_000), line(7_000)],
        points: 700,
      })
      expect(sold).toMatchObject({
        ok: true,
        value: { payableFen: 26_300, deductedFen: 700, earnedPoints: 263 },
      })
      return sold.ok ? sold.value.orderId : ''
    }),
  )
  const [inParts = '', atOnce = ''] = orders
  const amounts = [100, 9_999, 16_201]
  for (const [i, amountFen] of amounts.entries())
    expect((await refund({ member: parts, orderId: inParts, refundId: `r${i}`, amountFen })).ok).toBe(true)
  expect(await refund({ member: whole, orderId: atOnce, refundId: 'r', amountFen: 26_300 })).toMatchObject({
    ok: true,
    value: { takenBackPoints: 263, takenBackGrowth: 263, returnedPoints: 700, debt: 0, leftFen: 0 },
  })
  const [a, b] = [await accountOf(parts), await accountOf(whole)]
  expect([a.balances, a.lots, a.spend]).toEqual([b.balances, b.lots, b.spend])
  expect(a.balances).toMatchObject({ points: 1_000, growth: 1_000, pointsDebt: 0 })
  expect(await differences()).toEqual([])
})

test('what was spent already is a debt after a refund, and the next points repay it first', async () => {
  const member = await shop.join('debtor')
  await record({ member, number: 'E1', lines: [line(50_000)] })
  await record({ member, number: 'E2', lines: [line(1_000)], points: 500 })
  expect((await accountOf(member)).balances.points).toBe(5)
  const refunded = await refund({ member, orderId: 'counter:E1', refundId: 'r1', amountFen: 50_000 })
  expect(refunded).toMatchObject({ ok: true, value: { takenBackPoints: 500, debt: 495 } })
  expect((await accountOf(member)).balances).toMatchObject({ points: 0, pointsDebt: -495 })
  await record({ member, number: 'E3', lines: [line(50_000)] })
  expect((await accountOf(member)).balances).toMatchObject({ points: 5, pointsDebt: 0 })
  expect(await differences()).toEqual([])
})

test.each([
  ['POINTS_STEP', { points: 150 }, { step: 100 }],
  ['POINTS_CAP', { points: 5_100 }, { most: 5_000 }],
  ['POINTS_MISSING', { points: 100 }, { missing: 100 }],
] as const)('%s is refused with what to do, and nothing is recorded', async (code, patch, data) => {
  const member = await shop.join(`refused-${code}`)
  const answer = await record({ member, number: `F-${code}`, lines: [line(10_000)], ...patch })
  expect(answer).toMatchObject({ ok: false, error: { code, data } })
  expect((await accountOf(member)).seq).toBe(1)
})

test('refunds never exceed what was paid, and a refund id stands for one refund', async () => {
  const member = await shop.join('refunds')
  await record({ member, number: 'G1', lines: [line(10_000)], freightFen: 500 })
  const ask = (refundId: string, amountFen: number, freightFen = 0) =>
    refund({ member, orderId: 'counter:G1', refundId, amountFen, freightFen })
  const first = await ask('r1', 6_000)
  expect(await ask('r1', 6_000)).toEqual(first)
  expect(await ask('r1', 7_000)).toMatchObject({ ok: false, error: { code: 'REFUND_NUMBER_TAKEN' } })
  expect(await ask('r2', 4_001)).toMatchObject({
    ok: false,
    error: { code: 'REFUND_TOO_MUCH', data: { left: '40.00', leftFreight: '5.00' } },
  })
  expect(await ask('r3', 0, 501)).toMatchObject({ ok: false, error: { code: 'REFUND_TOO_MUCH' } })
  expect(await ask('r4', 0)).toMatchObject({ ok: false, error: { code: 'REFUND_NOTHING' } })
  const crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(`c${i}`, 4_000, 500)))
  expect(crowd.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await accountOf(member)).spend).toMatchObject({ orders: 0, fen: 0 })
  expect(await differences()).toEqual([])
})

test('sales, refunds and a check-in at once all count', async () => {
  for (let trial = 0; trial < 5; trial += 1) {
    const openid = `crowd-${trial}`
    const member = await shop.join(openid)
    await record({ member, number: `I${trial}-0`, lines: [line(10_000)] })
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, i) =>
        record({ member, number: `I${trial}-${i + 1}`, lines: [line(1_000)] }),
      ),
      refund({ member, orderId: `counter:I${trial}-0`, refundId: 'r1', amountFen: 2_500 }),
      shop.shopper(openid, 'checkin.checkIn', {}),
    ])
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    const account = await accountOf(member)
    expect(account.balances).toMatchObject({ points: 100 + 6 * 10 - 25 + 5, growth: 100 + 60 - 25 + 1 })
    expect(account.spend).toMatchObject({ orders: 7, fen: 13_500 })
  }
  expect(await differences()).toEqual([])
})

test('a member or an order that is not there is said so', async () => {
  const nobody = 'nobody'
  expect(await record({ member: nobody, number: 'H1', lines: [line(100)] })).toMatchObject({
    ok: false,
    error: { code: 'MEMBER_NOT_FOUND' },
  })
  const member = await shop.join('somebody')
  const other = await shop.join('other')
  await record({ member: other, number: 'H2', lines: [line(100)] })
  for (const orderId of ['counter:none', 'counter:H2'])
    expect(await refund({ member, orderId, refundId: 'r', amountFen: 1 })).toMatchObject({
      ok: false,
      error: { code: 'ORDER_NOT_FOUND', data: { orderId } },
    })
})

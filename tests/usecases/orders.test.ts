import { getById } from '../../cloudfunctions/database/documentAccess'
import type { Account } from '@shared/rules/account/account'
import type { InputOf } from '@shared/contracts'
import { auditBooks } from '../support/auditBooks'
import { openShop, type Shop } from '../support/shop'

type Row = InputOf<'orders.import'>['rows'][number]

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('owner', 'owner')
})
afterAll(() => shop.close())

let next = 0
const row = (patch: Partial<Row> = {}): Row => ({
  externalId: `x${(next += 1)}`,
  customer: 'c1',
  placedDay: '2026-01-10',
  quantity: 1,
  amountFen: 10_000,
  ...patch,
})

const bring = (source: string, rows: Row[]) => shop.merchant('owner', 'orders.import', { source, rows })

async function audit() {
  const { differences, ordersFen } = await auditBooks((name, input) => shop.merchant('owner', name, input))
  return { differences, ordersFen }
}

test('a batch makes members and books orders; again it changes nothing', async () => {
  const rows = [row(), row({ placedDay: '2026-02-10' }), row({ customer: 'c2', amountFen: 0 })]
  expect(await bring('once', rows)).toEqual({
    ok: true,
    value: { imported: 3, alreadyIn: 0, membersMade: 2, amountFen: 20_000 },
  })
  expect(await bring('once', rows)).toEqual({
    ok: true,
    value: { imported: 0, alreadyIn: 3, membersMade: 0, amountFen: 0 },
  })
  expect((await audit()).differences).toEqual([])
})

test('a batch that is partly in brings in the rest', async () => {
  const [first, second, third] = [row(), row({ placedDay: '2026-03-01' }), row({ customer: 'c9' })]
  await bring('partly', [first])
  expect(await bring('partly', [first, second, third])).toMatchObject({
    ok: true,
    value: { imported: 2, alreadyIn: 1, membersMade: 1, amountFen: 20_000 },
  })
  expect((await audit()).differences).toEqual([])
})

test('the same batch from 8 callers at once is booked once', async () => {
  const rows = Array.from({ length: 12 }, (_, i) =>
    row({ customer: `r${i % 4}`, placedDay: `2026-03-${10 + i}` }),
  )
  const before = (await audit()).ordersFen
  const answers = await Promise.all(Array.from({ length: 8 }, () => bring('race', rows)))
  const imported = answers.map((answer) => (answer.ok ? answer.value.imported : answer.error.code))
  expect(imported.reduce<number>((sum, n) => sum + (n as number), 0)).toBe(12)
  expect(await audit()).toEqual({ differences: [], ordersFen: before + 120_000 })
})

test('a check-in and an import of one member’s past at once both hold', async () => {
  const memberId = await shop.join('both')
  for (let trial = 0; trial < 10; trial += 1) {
    const rows = [row({ openid: 'both', customer: 'both', placedDay: `2026-04-${10 + trial}` })]
    const [imported] = await Promise.all([
      bring('both', rows),
      shop.shopper('both', 'checkin.checkIn', {}),
      shop.timer('everyMinute'),
    ])
    expect(imported).toMatchObject({ ok: true, value: { imported: 1 } })
  }
  const account = await getById<Account>(shop.cloud, 'members', memberId)
  expect(account).toMatchObject({ spend: { orders: 10 }, balances: { points: 1_005 } })
  expect((await audit()).differences).toEqual([])
})

test('a person whose OPENID the old shop knew finds the history on joining, once', async () => {
  await bring('known', [row({ openid: 'known', customer: 'k', amountFen: 120_000 })])
  const guest = await shop.shopper('known', 'home.read', {})
  expect(guest).toMatchObject({
    ok: true,
    value: { state: 'guest', known: { tier: { current: { id: 'silver' } }, balances: { points: 1_200 } } },
  })
  await shop.join('known')
  expect(await shop.shopper('known', 'home.read', {})).toMatchObject({
    ok: true,
    value: { state: 'member', balances: { points: 1_200 } },
  })
})

test.each([
  ['the same number twice', [row({ externalId: 'same' }), row({ externalId: 'same' })], 'ROW_TWICE'],
  ['a day that is still to come', [row({ placedDay: '2999-01-01' })], 'ROW_IN_FUTURE'],
  ['a negative amount', [row({ amountFen: -1 })], 'INVALID_INPUT'],
  ['a day that is none', [row({ placedDay: '2026-02-30' })], 'INVALID_INPUT'],
  ['no rows', [], 'INVALID_INPUT'],
])('refuses %s, and nothing of the batch is in', async (_what, rows, code) => {
  const before = (await audit()).ordersFen
  expect(await bring('refused', rows)).toMatchObject({ ok: false, error: { code } })
  expect((await audit()).ordersFen).toBe(before)
})

test.each(['timeoutBefore', 'timeoutAfter', 'conflict'] as const)(
  'a commit that meets %s is carried out once',
  async (fault) => {
    const before = (await audit()).ordersFen
    await shop.gateway.setFaults({
      seed: 3,
      rules: [{ fault, action: 'database.commitTransaction', rateBp: 10_000, times: 1 }],
    })
    const answer = await bring(`fault-${fault.toLowerCase()}`, [row({ customer: fault })])
    await shop.gateway.setFaults({ seed: 0, rules: [] })
    expect(answer).toMatchObject({ ok: true })
    expect(await audit()).toEqual({ differences: [], ordersFen: before + 10_000 })
  },
)

test('a planted difference of one point is found and named', async () => {
  await bring('planted', [row({ customer: 'planted', openid: 'planted' })])
  const member = shop.memberId('planted')
  await shop.cloud.db
    .collection('members')
    .doc(member)
    .update({ balances: { points: shop.cloud.db.command.inc(1) } })
  expect((await audit()).differences).toMatchObject([{ member, check: 'points', expected: 100, found: 101 }])
  await shop.cloud.db
    .collection('members')
    .doc(member)
    .update({ balances: { points: shop.cloud.db.command.inc(-1) } })
})

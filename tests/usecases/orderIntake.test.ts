import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Account } from '@shared/rules/account/account'
import type { IntakeOrder } from '@shared/rules/intake/told'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { auditBooks } from '../support/auditBooks'
import { makeKey, post, signed, tell as tellShop, type IntakeKeyTold } from '../support/intake'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
let key: IntakeKeyTold
let alerts: jest.SpyInstance

// A process of tests may be one of many on a machine.
jest.setTimeout(60_000)

const NOW = Date.now()
const ago = (days: number): string => new Date(NOW - days * 86_400_000 - 60_000).toISOString()

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  alerts = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('owner', 'owner')
  key = await makeKey(shop, 'owner', 'mall')
})
afterEach(() => expect(alerts).not.toHaveBeenCalled())
afterAll(() => shop.close())

const tell = (...events: object[]) => tellShop(shop, key, events)
const order = (id: string, amountFen: number, patch: object = {}) => ({
  type: 'order',
  id,
  placedAt: ago(3),
  member: { customer: 'anna' },
  lines: [{ category: 'tea', product: 'oolong', quantity: 2, amountFen }],
  ...patch,
})
const refund = (orderId: string, id: string, amountFen: number, patch: object = {}) => ({
  type: 'refund',
  id,
  order: orderId,
  amountFen,
  ...patch,
})
const statuses = async (...events: object[]) =>
  (await tell(...events)).body.results?.map(({ status, error }) => error?.code ?? status)
const orderOf = (id: string) => getById<IntakeOrder>(shop.cloud, 'orders', `mall:${id}`)
const memberOf = async (id: string): Promise<Account> => {
  const found = await orderOf(id)
  const account =
    found && found.kind !== 'awaited' && (await getById<Account>(shop.cloud, 'members', found.member))
  if (!account) throw new Error(`${id} has no member`)
  return account
}
async function differences() {
  return (await auditBooks((name, input) => shop.merchant('owner', name, input))).differences
}

test('an order counts on the day on which it was placed, for a member who is told of for the first time', async () => {
  expect(await statuses(order('A1', 12_345, { freightFen: 800 }))).toEqual(['accepted'])
  const found = await orderOf('A1')
  expect(found).toMatchObject({
    kind: 'sale',
    source: 'mall',
    externalId: 'A1',
    freightFen: 800,
    amountFen: 12_345,
  })
  const account = await memberOf('A1')
  expect(account).toMatchObject({
    joined: null,
    importedAs: { source: 'mall', customer: 'anna' },
    balances: { points: 123, growth: 123 },
    spend: { orders: 1, fen: 12_345 },
  })
  expect(account.growthDays.map(({ day }) => day)).toEqual([found?.kind === 'sale' && found.placedDay])
  expect(await differences()).toEqual([])
})

test('who is named by their OPENID finds the order in their own account', async () => {
  const member = await shop.join('bea')
  expect(await statuses(order('B1', 5_000, { member: { openid: 'bea' } }))).toEqual(['accepted'])
  expect((await memberOf('B1'))._id).toBe(member)
  expect((await memberOf('B1')).balances.points).toBe(50)
})

test('told again it is one; told otherwise under its number it is refused and changes nothing', async () => {
  const told = order('C1', 10_000, { member: { customer: 'carl' } })
  expect(await statuses(told, told)).toEqual(['accepted', 'already'])
  expect(await statuses(told)).toEqual(['already'])
  const before = await memberOf('C1')
  for (const patch of [
    { lines: [{ quantity: 1, amountFen: 9_999 }] },
    { member: { customer: 'somebody else' } },
    { placedAt: ago(4) },
    { freightFen: 1 },
  ])
    expect(await statuses({ ...told, ...patch })).toEqual(['ORDER_NUMBER_TAKEN'])
  expect(await memberOf('C1')).toEqual(before)
})

test('a refund that is told before its order waits for it, however often it is told', async () => {
  const [part, rest] = [refund('D1', 'r1', 4_000), refund('D1', 'r2', 6_000, { freightFen: 500 })]
  expect(await statuses(part, part, rest)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(await statuses(part, { ...part, amountFen: 1 })).toEqual(['waiting', 'REFUND_NUMBER_TAKEN'])
  const told = order('D1', 10_000, { member: { customer: 'dora' }, freightFen: 500 })
  const { body } = await tell(told)
  expect(body.results).toEqual([
    {
      index: 0,
      status: 'accepted',
      waited: [
        { refund: 'r1', status: 'accepted' },
        { refund: 'r2', status: 'accepted' },
      ],
    },
  ])
  expect(await orderOf('D1')).toMatchObject({ state: 'refunded', netFen: 0 })
  expect(await orderOf('D1')).not.toHaveProperty('waiting')
  expect((await memberOf('D1')).balances).toMatchObject({ points: 0, growth: 0, pointsDebt: 0 })
  expect(await statuses(part, rest, told)).toEqual(['already', 'already', 'already'])
  expect(await differences()).toEqual([])
})

test('of refunds that waited, what is more than was paid is said with the order', async () => {
  await tell(refund('E1', 'r1', 8_000), refund('E1', 'r2', 8_000))
  const { body } = await tell(order('E1', 10_000, { member: { customer: 'emil' } }))
  expect(body.results?.[0]).toMatchObject({
    status: 'accepted',
    waited: [
      { refund: 'r1', status: 'accepted' },
      { refund: 'r2', status: 'error', error: { code: 'REFUND_TOO_MUCH', data: { left: '20.00' } } },
    ],
  })
  expect(await orderOf('E1')).toMatchObject({ netFen: 2_000 })
})

test('a refund of lines goes back by line, never more of one than was paid for it', async () => {
  const lines = [
    { quantity: 1, amountFen: 3_000 },
    { quantity: 2, amountFen: 7_000 },
  ]
  const back = (id: string, ...parts: [number, number][]) => ({
    type: 'refund',
    id,
    order: 'F1',
    lines: parts.map(([line, amountFen]) => ({ line, amountFen })),
  })
  expect(
    await statuses(
      order('F1', 0, { lines, member: { customer: 'fritz' } }),
      back('r1', [1, 1_000], [2, 500]),
      back('r2', [1, 2_001]),
      back('r3', [3, 1]),
      back('r4', [1, 2_000]),
      back('r4', [1, 1_999]),
    ),
  ).toEqual([
    'accepted',
    'accepted',
    'REFUND_LINE_TOO_MUCH',
    'REFUND_LINE_MISSING',
    'accepted',
    'REFUND_NUMBER_TAKEN',
  ])
  expect(await orderOf('F1')).toMatchObject({ netFen: 6_500 })
  expect(await statuses(refund('F1', 'r5', 0))).toEqual(['REFUND_NOTHING'])
})

test('an order takes no more refunds than its document has room for, waiting or not', async () => {
  const many = Array.from({ length: 51 }, (_, i) => refund('G1', `r${i}`, 1))
  expect((await statuses(...many))?.slice(-2)).toEqual(['waiting', 'REFUNDS_TOO_MANY'])
  await tell(order('G1', 10_000, { member: { customer: 'gina' } }))
  expect(await statuses(many[50] as object)).toEqual(['REFUNDS_TOO_MANY'])
})

test('a bad event is told of and stops no other', async () => {
  const { status, body } = await tell(
    { type: 'order', id: 'H1' },
    { type: 'gift' },
    order('H2', 1_000, { placedAt: new Date(Date.now() + 3_600_000).toISOString() }),
    refund('H3', 'r', 100, { lines: [{ line: 1, amountFen: 100 }] }),
    order('H4', 1_000, { member: { customer: 'hugo' } }),
  )
  expect(status).toBe(200)
  expect(body.counts).toEqual({ accepted: 1, already: 0, waiting: 0, error: 4 })
  expect(body.results?.map(({ error }) => error?.code)).toEqual([
    'INVALID_INPUT',
    'INVALID_INPUT',
    'ORDER_IN_FUTURE',
    'INVALID_INPUT',
    undefined,
  ])
  for (const { error } of body.results ?? []) {
    if (!error) continue
    expect(error.words.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(error.words.en).not.toMatch(/[{}]/)
  }
})

test('what came in with past orders under the same source is the same order, and is not refunded here', async () => {
  const placedDay = '2026-01-05'
  await shop.merchant('owner', 'orders.import', {
    source: 'mall',
    rows: [{ externalId: 'I1', customer: 'ida', placedDay, quantity: 1, amountFen: 700 }],
  })
  const told = order('I1', 700, { member: { customer: 'ida' }, placedAt: `${placedDay}T09:00:00+08:00` })
  expect(await statuses(told, refund('I1', 'r', 700))).toEqual(['already', 'ORDER_NOT_REFUNDABLE'])
  expect(await statuses(order('I1', 701, { member: { customer: 'ida' } }))).toEqual(['ORDER_NUMBER_TAKEN'])
})

test('one member whose books are broken is told of alone, and raises an alert', async () => {
  await tell(order('J1', 1_000, { member: { customer: 'jack' } }))
  const { _id } = await memberOf('J1')
  await shop.cloud.db
    .collection('members')
    .doc(_id)
    .update({ balances: { points: 999 } })
  expect(
    await statuses(
      order('J2', 1_000, { member: { customer: 'jack' } }),
      order('J3', 1_000, { member: { customer: 'jill' } }),
    ),
  ).toEqual(['INTERNAL', 'accepted'])
  expect(alerts).toHaveBeenCalledTimes(1)
  alerts.mockClear()
  await shop.cloud.db
    .collection('members')
    .doc(_id)
    .update({ balances: { points: 10 } })
})

test('orders and their refunds at once, from many sides, neither get lost nor count twice', async () => {
  for (let trial = 0; trial < 8; trial += 1) {
    const id = `K${trial}`
    const told = order(id, 10_000, { member: { customer: `kim${trial}` } })
    await Promise.all([
      tell(refund(id, 'r1', 4_000)),
      tell(told),
      tell(told, refund(id, 'r1', 4_000)),
      tell(refund(id, 'r2', 1_000)),
    ])
    expect(await orderOf(id)).toMatchObject({ kind: 'sale', netFen: 5_000 })
    expect((await memberOf(id)).balances).toMatchObject({ points: 50, growth: 50 })
  }
  expect(await differences()).toEqual([])
})

describe('a request that is not', () => {
  const body = JSON.stringify({ events: [order('Z1', 1_000)] })
  const seconds = () => Math.floor(Date.now() / 1_000)
  const expectRefused = async (
    status: number,
    code: string,
    headers: Record<string, string>,
    event: object = {},
    text = body,
  ) => {
    const reply = await post(shop, text, headers, event)
    expect(reply).toMatchObject({ status, body: { ok: false, error: { code } } })
    expect(reply.body.error?.words.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(await orderOf('Z1')).toBeNull()
  }

  test('posted', () => expectRefused(405, 'INTAKE_METHOD', signed(key, body), { httpMethod: 'GET' }))

  test.each(['Key', 'Timestamp', 'Nonce', 'Signature'])('with its %s is refused', async (name) => {
    const { [`X-Changke-${name}`]: _, ...rest } = signed(key, body)
    await expectRefused(401, 'INTAKE_HEADER', rest)
  })

  test('signed with the right secret, or for this very body', async () => {
    await expectRefused(401, 'INTAKE_SIGNATURE', signed({ ...key, secret: 'guessed' }, body))
    await expectRefused(401, 'INTAKE_SIGNATURE', signed(key, `${body} `))
    const other = signed(key, body)
    await expectRefused(401, 'INTAKE_SIGNATURE', { ...other, 'X-Changke-Nonce': 'another-nonce-of-mine' })
    await expectRefused(401, 'INTAKE_SIGNATURE', {
      ...other,
      'X-Changke-Timestamp': String(Number(other['X-Changke-Timestamp']) + 1),
    })
  })

  test('of a key that is there', () =>
    expectRefused(401, 'INTAKE_KEY', signed({ ...key, id: 'mall.nobody' }, body)))

  test.each([-301, 301])('of now, but %d seconds from it', (off) =>
    expectRefused(401, 'INTAKE_TIMESTAMP', signed(key, body, { timestamp: seconds() + off })),
  )

  test.each([
    ['no JSON', '{'],
    ['no events', '{"events":[]}'],
    ['another shape', '[1]'],
    ['more than a thousand', JSON.stringify({ events: Array(1_001).fill(0) })],
    ['unknown fields', '{"events":[1],"more":1}'],
  ])('readable: %s', (_, text) => expectRefused(400, 'INTAKE_BODY', signed(key, text), {}, text))

  test('sent the first time', async () => {
    const text = JSON.stringify(order('Y1', 1_000, { member: { customer: 'yan' } }))
    const headers = signed(key, text)
    expect(await post(shop, text, headers)).toMatchObject({ status: 200, body: { counts: { accepted: 1 } } })
    expect(await post(shop, text, headers)).toMatchObject({
      status: 409,
      body: { ok: false, error: { code: 'INTAKE_NONCE' } },
    })
    expect(await post(shop, text, signed(key, text))).toMatchObject({ body: { counts: { already: 1 } } })
    const crowd = signed(key, text)
    const replies = await Promise.all(Array.from({ length: 8 }, () => post(shop, text, crowd)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('from the HTTP access service is refused, whatever it says', async () => {
    const event = { httpMethod: 'POST', headers: signed(key, body), body }
    for (const source of ['wx_client', 'wx_http,wx_client', ''])
      expect(await shop.raw('orderIntake', event, { source, openid: 'owner' })).toMatchObject({
        ok: false,
        error: { code: 'NOT_ALLOWED_HERE' },
      })
  })
})

test('the example of the protocol is signed as the protocol says', () => {
  const doc = readFileSync(path.resolve(__dirname, '../../docs/orderIntake.md'), 'utf8')
  const given = (name: string): string => new RegExp(`^${name} +(\\S+)$`, 'm').exec(doc)?.[1] ?? ''
  const headers = signed({ id: given('key id'), secret: given('secret') }, given('body'), {
    timestamp: Number(given('timestamp')),
    nonce: given('nonce'),
  })
  expect(headers['X-Changke-Signature']).toBe(given('signature'))
})

test('a body may come in base64', async () => {
  const text = JSON.stringify(order('L1', 1_000, { member: { customer: '李雷' } }))
  const event = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true }
  expect(await post(shop, '', signed(key, text), event)).toMatchObject({
    status: 200,
    body: { counts: { accepted: 1 } },
  })
})

test('nonces are forgotten once no request can carry them, and not before', async () => {
  const nonce = randomBytes(16).toString('hex')
  const text = '{"events":[1]}'
  await post(shop, text, signed(key, text, { nonce }))
  const id = `${key.id}:${nonce}`
  await shop.timer('hourly')
  expect(await getById(shop.cloud, 'intakeNonces', id)).not.toBeNull()
  await shop.cloud.db
    .collection('intakeNonces')
    .doc(id)
    .update({ expiresAt: Date.now() - 1 })
  await shop.timer('hourly')
  expect(await getById(shop.cloud, 'intakeNonces', id)).toBeNull()
})

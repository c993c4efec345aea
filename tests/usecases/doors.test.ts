import { openShop, type Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
})
afterAll(() => shop.close())

const client = { openid: 'caller', source: 'wx_client' }

test('the OPENID comes from the platform, whatever the event says', async () => {
  await shop.join('caller')
  const event = {
    action: 'home.read',
    input: {},
    openid: 'other',
    OPENID: 'other',
    userInfo: { openId: 'other' },
  }
  expect(await shop.raw('shopper', event, client)).toMatchObject({ ok: true, value: { state: 'member' } })
  expect(await shop.raw('shopper', event, { source: 'wx_client' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_SIGNED_IN' },
  })
})

test.each([
  [{ action: 'home.read', input: { extra: 1 } }, 'INVALID_INPUT'],
  [{ action: 'home.read', input: 'text' }, 'INVALID_INPUT'],
  [{ action: 'checkin.calendar', input: { month: '2026-13' } }, 'INVALID_INPUT'],
  [{ action: 'points.ledger', input: { cursor: -1 } }, 'INVALID_INPUT'],
  [{ action: 'no.such', input: {} }, 'UNKNOWN_ACTION'],
  [{ action: 'overview.read', input: {} }, 'UNKNOWN_ACTION'],
  [{ input: {} }, 'INVALID_INPUT'],
  ['text', 'INVALID_INPUT'],
  [null, 'INVALID_INPUT'],
])('%j is refused with %s', async (event, code) => {
  expect(await shop.raw('shopper', event, client)).toMatchObject({ ok: false, error: { code } })
})

test('a refusal speaks the caller’s language', async () => {
  const event = { action: 'home.read', input: { extra: 1 } }
  const zh = (await shop.raw('shopper', event, client)) as { error: { message: string } }
  const en = (await shop.raw('shopper', { ...event, locale: 'en' }, client)) as { error: { message: string } }
  expect(zh.error.message).toMatch(/有误.*extra/)
  expect(en.error.message).toMatch(/not right.*extra/)
})

test.each(['everyMinute', 'hourly', 'daily'] as const)(
  '%s runs for the platform’s timer and for nobody else',
  async (fn) => {
    const forged = { Type: 'Timer', TriggerName: fn }
    for (const source of ['wx_client', 'wx_http', 'wx_client,wx_trigger', '']) {
      expect(await shop.raw(fn, forged, { openid: 'caller', source })).toMatchObject({
        ok: false,
        error: { code: 'NOT_ALLOWED_HERE' },
      })
    }
    expect(await shop.timer(fn)).toMatchObject({ ok: true })
  },
)

test.each([
  ['clerk', 'overview.read', true],
  ['clerk', 'books.startAudit', false],
  ['clerk', 'books.lastAudit', false],
  ['manager', 'books.startAudit', true],
  ['owner', 'books.lastAudit', true],
] as const)('a %s may call %s: %s', async (role, name, may) => {
  const openid = `staff-${role}`
  await shop.staff(openid, role)
  const answer = await shop.merchant(openid, name, {})
  expect(answer).toMatchObject(may ? { ok: true } : { ok: false, error: { code: 'FORBIDDEN' } })
})

test('a shopper may do nothing of the merchant’s', async () => {
  for (const name of ['overview.read', 'books.startAudit', 'books.lastAudit'] as const) {
    expect(await shop.merchant('caller', name, {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  }
  expect(await shop.merchant('caller', 'staff.me', {})).toEqual({ ok: true, value: { role: null } })
})

test('nobody opens another member’s entry', async () => {
  await shop.join('mine')
  await shop.join('theirs')
  const stamped = await shop.shopper('theirs', 'checkin.checkIn', {})
  if (!stamped.ok) throw new Error('refused')
  const subject = { kind: 'entry', id: stamped.value.entryId } as const
  for (const drained of [false, true]) {
    if (drained) await shop.timer('everyMinute')
    expect(await shop.shopper('mine', 'explain.read', { subject })).toMatchObject({
      ok: false,
      error: { code: 'ENTRY_NOT_FOUND' },
    })
    expect(await shop.shopper('theirs', 'explain.read', { subject })).toMatchObject({ ok: true })
  }
})

test('what people call is logged without who they are', async () => {
  const info = jest.spyOn(console, 'info')
  info.mockClear()
  await shop.shopper('caller', 'home.read', {})
  const lines = info.mock.calls.flat().join('\n')
  expect(lines).toContain('home.read')
  expect(lines).not.toContain('caller')
  expect(lines).not.toContain(shop.memberId('caller'))
})

import { type RunningStack, startStack } from '../support/startStack'

const START = '2026-03-01T02:00:00.000Z'

let stack: RunningStack
beforeAll(async () => {
  stack = await startStack({ clock: START })
})
afterAll(() => stack.stop())

const callHome = { name: 'shopper', data: { action: 'home.read', input: {}, requestId: 'r1' } }
const refused = (status: number, code: string) => ({
  status,
  body: { error: { code, message: expect.any(String) as string, data: expect.anything() as unknown } },
})
const refusedBare = (status: number, code: string) => ({
  status,
  body: { error: { code, message: expect.any(String) as string, data: null } },
})

test('GET /healthz says that all is up', async () => {
  expect(await stack.get('/healthz')).toEqual({ status: 200, body: { ready: true } })
})

test('GET / shows the app in a phone frame, with what its page needs', async () => {
  const { status, body } = await stack.get('/')
  expect(status).toBe(200)
  expect(body).toMatch(/<iframe[^>]+/)
  const parts = [...String(body).matchAll(/(?:src|href)="(\/strip\/[^"]+)"/g)].map((match) => match[1]!)
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) expect((await stack.get(part)).status).toBe(200)
})

test('files outside a served folder cannot be reached', async () => {
  for (const path of ['/strip/..%2f..%2fpackage.json', '/app/%2e%2e/%2e%2e/package.json', '/strip/%00']) {
    expect((await stack.get(path)).status).toBe(404)
  }
})

describe('POST /wx/callFunction', () => {
  const asMei = { 'x-local-openid': 'oMei' }

  test('answers what the function answers, to whoever the header names', async () => {
    const { status, body } = await stack.post('/wx/callFunction', callHome, asMei)
    expect(status).toBe(200)
    expect(body).toMatchObject({ result: { ok: true, value: { state: 'guest', today: '2026-03-01' } } })
  })

  test('hands on what the product refuses', async () => {
    expect(await stack.call('oMei', 'shopper', 'no.such')).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_ACTION', data: { action: 'no.such' } },
    })
  })

  test.each([
    ['without an openid', callHome, {}, 'BAD_OPENID'],
    ['with an openid that is none', callHome, { 'x-local-openid': 'a b' }, 'BAD_OPENID'],
    ['with half a body', '{"name":', asMei, 'BAD_JSON'],
    ['without a name', { data: {} }, asMei, 'BAD_REQUEST'],
    ['with a key that nobody knows', { ...callHome, openid: 'oOther' }, asMei, 'BAD_REQUEST'],
    ['with data that is no object', { name: 'shopper', data: [] }, asMei, 'BAD_REQUEST'],
  ])('is 400 %s', async (_, body, headers, code) => {
    const reply = await stack.post('/wx/callFunction', body, headers)
    expect(reply).toMatchObject({ status: 400, body: { error: { code } } })
  })

  test('is 404 for a function that is not deployed', async () => {
    const reply = await stack.post('/wx/callFunction', { name: 'nowhere', data: {} }, asMei)
    expect(reply).toEqual(refusedBare(404, 'FUNCTION_NOT_FOUND'))
  })

  test('takes 6 MB and no more', async () => {
    const body = (bytes: number) => {
      const empty = JSON.stringify({ name: 'shopper', data: { action: '' } })
      return empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`)
    }
    const limit = 6 * 1024 * 1024
    expect((await stack.post('/wx/callFunction', body(limit), asMei)).status).toBe(200)
    expect(await stack.post('/wx/callFunction', body(limit + 1), asMei)).toEqual(
      refusedBare(413, 'BODY_TOO_LARGE'),
    )
  })

  test('a body without a length is cut off at the same limit', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32)
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(chunk)
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: asMei }
    expect((await fetch(`${stack.url}/wx/callFunction`, init)).status).toBe(413)
  })

  test('can be called by pages of WeChat’s own tools', async () => {
    const reply = await fetch(`${stack.url}/wx/callFunction`, { method: 'OPTIONS' })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    expect(reply.headers.get('access-control-allow-headers')).toContain('x-local-openid')
  })

  test('a timer function called by a person refuses: anybody can call any function by name', async () => {
    const forged = { name: 'daily', data: { Type: 'Timer', TriggerName: 'daily' } }
    const { body } = await stack.post('/wx/callFunction', forged, asMei)
    expect(body).toMatchObject({ result: { ok: false, error: { code: 'NOT_ALLOWED_HERE' } } })
  })
})

test('GET /local/contracts describes every contract', async () => {
  const { status, body } = await stack.get('/local/contracts')
  const { contracts } = body as { contracts: Record<string, unknown>[] }
  expect(status).toBe(200)
  expect(contracts.length).toBeGreaterThanOrEqual(10)
  expect(contracts.find(({ name }) => name === 'checkin.checkIn')).toMatchObject({
    function: 'shopper',
    audience: 'member',
    kind: 'command',
    input: { type: 'object', additionalProperties: false },
    output: { type: 'object' },
    errors: expect.arrayContaining(['INVALID_INPUT', 'NOT_A_MEMBER']) as unknown,
  })
})

describe('the clock', () => {
  const now = async () => Date.parse(((await stack.get('/local/clock')).body as { now: string }).now)

  test('turns forward by days, and to an instant', async () => {
    const before = await now()
    const { body } = await stack.post('/local/clock', { advanceDays: 1 })
    expect(Date.parse((body as { now: string }).now) - before).toBeGreaterThanOrEqual(86_400_000)
    expect(await now()).toBeLessThan(before + 86_400_000 + 60_000)

    await stack.post('/local/clock', { now: '2026-03-05T00:00:00+08:00' })
    expect((await now()) - Date.parse('2026-03-04T16:00:00Z')).toBeLessThan(60_000)
    expect(await stack.call('oMei', 'shopper', 'home.read')).toMatchObject({ value: { today: '2026-03-05' } })
  })

  test('does not turn back', async () => {
    const before = await now()
    expect(await stack.post('/local/clock', { now: START })).toEqual(refusedBare(400, 'CLOCK_BACKWARDS'))
    expect(await now()).toBeGreaterThanOrEqual(before)
  })

  test.each([
    {},
    { advanceDays: 0 },
    { advanceDays: -1 },
    { advanceDays: 1.5 },
    { advanceDays: 99_999 },
    { advanceDays: '1' },
    { now: 'tomorrow' },
    { now: '2026-03-06' },
    { now: '2999-01-01T00:00:00Z' },
    { now: '2026-03-06T00:00:00Z', advanceDays: 1 },
  ])('refuses %j', async (body) => {
    expect(await stack.post('/local/clock', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST' } },
    })
  })
})

describe('POST /local/timers/<function>', () => {
  test('runs that timer now', async () => {
    expect(await stack.post('/local/timers/daily', {})).toMatchObject({
      status: 200,
      body: { result: { ok: true } },
    })
  })

  test.each(['shopper', 'nightly', ''])('is 404 for "%s", which is no timer', async (name) => {
    expect(await stack.post(`/local/timers/${name}`, {})).toEqual(refusedBare(404, 'NO_SUCH_TIMER'))
  })
})

describe('what people do in WeChat', () => {
  test('a payment that nobody began cannot be paid', async () => {
    const reply = await stack.post('/local/wechat/pay', { outTradeNo: 'T1', outcome: 'success' })
    expect(reply).toEqual(refusedBare(404, 'PAYMENT_NOT_WAITING'))
  })

  test.each([{}, { outTradeNo: 'T1', outcome: 'maybe' }, { outTradeNo: 'T 1', outcome: 'decline' }])(
    'paying refuses %j',
    async (body) => expect(await stack.post('/local/wechat/pay', body)).toEqual(refused(400, 'BAD_REQUEST')),
  )

  test('messages of one person', async () => {
    expect(await stack.get('/local/wechat/messages?openid=oMei')).toEqual({
      status: 200,
      body: { messages: [] },
    })
    expect(await stack.get('/local/wechat/messages')).toEqual(refusedBare(400, 'BAD_OPENID'))
  })
})

describe('POST /local/staff', () => {
  test('makes the first owner of an empty store', async () => {
    expect(await stack.call('oBoss', 'merchant', 'staff.me')).toMatchObject({ value: { role: null } })
    expect((await stack.post('/local/staff', { openid: 'oBoss', role: 'owner' })).status).toBe(200)
    expect(await stack.call('oBoss', 'merchant', 'staff.me')).toMatchObject({ value: { role: 'owner' } })
    expect(await stack.call('oOther', 'merchant', 'staff.me')).toMatchObject({ value: { role: null } })
  })

  test.each([{ openid: 'oBoss', role: 'king' }, { openid: '', role: 'owner' }, { role: 'owner' }, []])(
    'refuses %j',
    async (body) => expect(await stack.post('/local/staff', body)).toEqual(refused(400, 'BAD_REQUEST')),
  )
})

describe('POST /local/faults', () => {
  afterAll(() => stack.post('/local/faults', { rules: [] }))

  test('a fault of the database reaches the gateway, and an empty list ends it', async () => {
    const rule = { fault: 'error', collection: 'members' }
    expect(await stack.post('/local/faults', { seed: 1, rules: [rule] })).toMatchObject({
      status: 200,
      body: { seed: 1, rules: [{ ...rule, rateBp: 10_000 }] },
    })
    expect(await stack.call('oMei', 'shopper', 'home.read')).toMatchObject({ error: { code: 'INTERNAL' } })
    await stack.post('/local/faults', { rules: [] })
    expect(await stack.call('oMei', 'shopper', 'home.read')).toMatchObject({ ok: true })
  })

  test.each([
    { rules: [{ fault: 'earthquake' }] },
    { rules: [{ fault: 'killWorker', rateBp: 10_001 }] },
    { rules: [{ fault: 'conflict', rateBp: -1 }] },
    { seed: 'x', rules: [] },
    {},
  ])('refuses %j and keeps what was set', async (body) => {
    expect(await stack.post('/local/faults', body)).toEqual(refused(400, 'BAD_REQUEST'))
    expect(await stack.call('oMei', 'shopper', 'home.read')).toMatchObject({ ok: true })
  })
})

test('GET /local/people names nobody in the empty world', async () => {
  expect(await stack.get('/local/people')).toEqual({ status: 200, body: { people: [] } })
})

test('GET /local/member answers the id by which the shop knows somebody', async () => {
  const { body } = await stack.get('/local/member?openid=oWen')
  await stack.call('oWen', 'shopper', 'member.join', { consentVersion: '1' })
  const { entries } = ((await stack.call('oWen', 'shopper', 'points.ledger')) as { value: Ledger }).value
  expect(body).toEqual({ member: entries[0]?.id.replace(/^member:/, '') })
  expect(await stack.get('/local/member?openid=')).toEqual(refusedBare(400, 'BAD_OPENID'))
})

interface Ledger {
  readonly entries: readonly { readonly id: string }[]
}

test('/http/<function> leads to functions that are open to HTTP, and to no other', async () => {
  expect(await stack.post('/http/orderIntake', {})).toMatchObject({
    status: 401,
    body: { ok: false, error: { code: 'INTAKE_HEADER' } },
  })
  expect(await stack.post('/http/shopper', {})).toEqual(refusedBare(404, 'HTTP_FUNCTION_NOT_FOUND'))
  expect(await stack.get('/http/nothing')).toEqual(refusedBare(404, 'HTTP_FUNCTION_NOT_FOUND'))
})

test('other addresses and methods are refused', async () => {
  expect(await stack.get('/nowhere')).toEqual(refusedBare(404, 'NO_SUCH_DOOR'))
  expect(await stack.get('/wx/callFunction')).toEqual(refusedBare(405, 'METHOD_NOT_ALLOWED'))
})

test('a page of somebody else cannot turn the local knobs', async () => {
  const foreign = { origin: 'http://elsewhere.example' }
  expect(await stack.post('/local/clock', { advanceDays: 1 }, foreign)).toEqual(
    refusedBare(403, 'FOREIGN_PAGE'),
  )
  const own = await stack.post('/local/faults', { rules: [] }, { origin: stack.url })
  expect(own.status).toBe(200)
})

describe('the file storage', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const send = async (body: Buffer) => {
    const answer = await fetch(`${stack.url}/local/storage`, { method: 'POST', body: new Uint8Array(body) })
    return { status: answer.status, body: (await answer.json()) as { fileID?: string } }
  }

  test('keeps a picture under a name of its content and shows it', async () => {
    const kept = await send(png)
    const { fileID } = kept.body
    expect(kept).toEqual({
      status: 200,
      body: { fileID: expect.stringMatching(/^cloud:\/\/changke-local\/\w{32}\.png$/) as string },
    })
    expect((await send(png)).body.fileID).toBe(fileID)
    const shown = await fetch(`${stack.url}/local/storage/${fileID?.split('/').at(-1)}`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
  })

  test('keeps nothing else', async () => {
    expect((await send(Buffer.from('<svg onload="alert(1)">'))).status).toBe(400)
    expect((await stack.get('/local/storage/..%2fclock.json')).status).toBe(404)
  })
})

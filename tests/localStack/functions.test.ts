import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type RunningStack, startStack } from '../support/startStack'
import { writeProbeCode, writeProbes } from '../support/probeFunctions'

const SDK = JSON.stringify(path.resolve(__dirname, '../../node_modules/@cloudbase/node-sdk'))
const START = '2026-03-01T02:00:00.000Z'

/** What happens in it is asked for by the event. */
const PROBE = `
const tcb = require(${SDK})
const { threadId } = require('node:worker_threads')
let calls = 0
const acts = {
  count: () => ++calls,
  context: (event, context) => ({ platform: tcb.getCloudbaseContext(context), context, env: { ...process.env } }),
  event: (event) => event,
  time: () => ({ now: Date.now(), fresh: new Date().getTime(), given: new Date(5).getTime(), isDate: new Date() instanceof Date }),
  call: async ({ name, data }) => (await tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).callFunction({ name, data })).result,
  nothing: () => undefined,
  throw: () => { throw new Error('on purpose') },
  crash: () => new Promise(() => setTimeout(() => { throw new Error('nobody caught this') }, 1)),
  exit: () => process.exit(0),
  hang: () => { for (;;); },
  wait: () => new Promise((resolve) => setTimeout(() => resolve('waited'), 300)),
  stay: async () => {
    const from = Number(process.hrtime.bigint())
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { thread: threadId, from, to: Number(process.hrtime.bigint()) }
  },
  fill: () => { const all = []; for (;;) all.push(new Array(100_000).fill(Math.PI)) },
}
exports.main = (event, context) => acts[event.act](event, context)
`

let stack: RunningStack
let folder: string
beforeAll(async () => {
  folder = writeProbes({
    probe: { code: PROBE, timeout: 10 },
    stuck: { code: PROBE, timeout: 0.5 },
    other: { code: PROBE },
    broken: { code: `throw new Error('cannot load')` },
    mute: { code: `exports.handler = () => 1` },
  })
  stack = await startStack({ clock: START, env: { CHANGKE_FUNCTIONS: folder } })
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

async function ask(act: string, more: object = {}, openid = 'oMei', name = 'probe') {
  const body = { name, data: { act, ...more } }
  return stack.post('/wx/callFunction', body, { 'x-local-openid': openid })
}

async function answer(act: string, more: object = {}, openid = 'oMei') {
  const { status, body } = await ask(act, more, openid)
  expect({ status, body }).toMatchObject({ status: 200 })
  return (body as { result: unknown }).result
}

interface Seen {
  platform: Record<string, string>
  context: Record<string, unknown>
  env: Record<string, string>
}

describe('what a function sees', () => {
  test('who calls, from the platform’s context as node-sdk reads it', async () => {
    const { platform, context } = (await answer('context')) as Seen
    expect(platform).toMatchObject({
      WX_OPENID: 'oMei',
      WX_APPID: 'wxlocal0000000000',
      TCB_SOURCE: 'wx_client',
      TCB_ENV: 'changke-local',
      TENCENTCLOUD_RUNENV: 'SCF',
    })
    expect(context).toMatchObject({
      function_name: 'probe',
      namespace: 'changke-local',
      memory_limit_in_mb: 128,
      time_limit_in_ms: 10_000,
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    })
  })

  test('its own environment, and nothing of the machine’s', async () => {
    const { env } = (await answer('context')) as Seen
    expect(JSON.parse(env.TCB_CONTEXT_CNFG!)).toEqual({
      URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/admin$/) as unknown,
    })
    const secrets = JSON.parse(readFileSync(path.join(stack.dataDir, 'secrets.json'), 'utf8')) as Record<
      string,
      string
    >
    expect(env.CHANGKE_SECRET).toBe(secrets.memberIdSecret)
    expect(env).not.toHaveProperty('PATH')
    expect(env).not.toHaveProperty('CHANGKE_DATA')
  })

  test('nothing of the call before on the same instance', async () => {
    await answer('context', {}, 'oFirst')
    const { platform, env, context } = (await answer('context', {}, 'oSecond')) as Seen
    expect(platform.WX_OPENID).toBe('oSecond')
    expect(env.WX_OPENID).toBe('oSecond')
    expect(JSON.stringify(context)).not.toContain('oFirst')
  })

  test('what it calls sees no person, and the whole chain of callers', async () => {
    await ask('context', {}, 'oFirst', 'other')
    const { platform, env } = (await answer('call', { name: 'other', data: { act: 'context' } })) as Seen
    expect(platform).not.toHaveProperty('WX_OPENID')
    expect(env).not.toHaveProperty('WX_OPENID')
    expect(platform.TCB_SOURCE).toBe('wx_client,scf')
  })

  test('an event that cannot change the context', async () => {
    const forged = { userInfo: { openId: 'oBoss' }, WX_OPENID: 'oBoss', TCB_SOURCE: 'wx_trigger' }
    const { platform } = (await answer('context', forged)) as Seen
    expect(platform).toMatchObject({ WX_OPENID: 'oMei', TCB_SOURCE: 'wx_client' })
    expect(await answer('event', forged)).toEqual({ act: 'event', ...forged })
  })

  test('the store’s time in every way to ask for it', async () => {
    const seen = (await answer('time')) as { now: number; fresh: number; given: number; isDate: boolean }
    expect(seen.now - Date.parse(START)).toBeGreaterThanOrEqual(0)
    expect(seen.now - Date.parse(START)).toBeLessThan(120_000)
    expect(seen.fresh - seen.now).toBeLessThan(1_000)
    expect(seen).toMatchObject({ given: 5, isDate: true })
  })

  test('no answer arrives as null', async () => {
    expect(await answer('nothing')).toBeNull()
  })
})

describe('a function that fails fails only its own call', () => {
  test.each([
    ['throws', 'throw', 502, 'FUNCTIONS_EXECUTE_FAIL', /threw: .*on purpose/],
    ['crashes', 'crash', 502, 'FUNCTIONS_EXECUTE_FAIL', /crashed: .*nobody caught this/],
    ['exits', 'exit', 502, 'FUNCTIONS_EXECUTE_FAIL', /ended \(0\) before it answered/],
    ['uses up its memory', 'fill', 502, 'FUNCTIONS_EXECUTE_FAIL', /crashed: .*memory/],
  ])('one that %s', async (_, act, status, code, message) => {
    const slow = ask('wait')
    const reply = await ask(act)
    expect(reply).toMatchObject({ status, body: { error: { code } } })
    expect((reply.body as { error: { message: string } }).error.message).toMatch(message)
    expect(await slow).toMatchObject({ status: 200, body: { result: 'waited' } })
    expect(await answer('event')).toEqual({ act: 'event' })
  })

  test('one that hangs', async () => {
    const reply = await ask('hang', {}, 'oMei', 'stuck')
    expect(reply).toMatchObject({
      status: 504,
      body: {
        error: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'stuck did not answer within 0.5 s' },
      },
    })
    expect(await ask('event', {}, 'oMei', 'stuck')).toMatchObject({ status: 200 })
  })

  test('one that cannot be loaded, and one without main', async () => {
    for (const [name, message] of [
      ['broken', /cannot load/],
      ['mute', /does not export main/],
    ] as const) {
      const { status, body } = await ask('event', {}, 'oMei', name)
      expect(status).toBe(502)
      expect((body as { error: { message: string } }).error.message).toMatch(message)
    }
  })
})

describe('instances', () => {
  test('an idle one is used again', async () => {
    const first = (await answer('count')) as number
    expect(await answer('count')).toBe(first + 1)
  })

  test('calls at the same time run on instances of their own, at most sixteen', async () => {
    type Stay = { thread: number; from: number; to: number }
    const stays = (await Promise.all(Array.from({ length: 40 }, () => answer('stay')))) as Stay[]
    const threads = [...new Set(stays.map(({ thread }) => thread))]
    expect(threads.length).toBeGreaterThan(1)
    expect(threads.length).toBeLessThanOrEqual(16)
    for (const thread of threads) {
      const inOrder = stays.filter((stay) => stay.thread === thread).sort((a, b) => a.from - b.from)
      inOrder.slice(1).forEach((next, i) => expect(next.from).toBeGreaterThanOrEqual(inOrder[i]!.to))
    }
  })

  test('new code is taken over without a restart', async () => {
    writeProbeCode(folder, 'probe', `exports.main = () => 'rebuilt'`)
    const deadline = performance.now() + 5_000
    let reply: unknown
    do reply = await answer('event')
    while (reply !== 'rebuilt' && performance.now() < deadline)
    expect(reply).toBe('rebuilt')
    writeProbeCode(folder, 'probe', PROBE)
    do reply = await answer('count')
    while (reply === 'rebuilt' && performance.now() < deadline)
    expect(reply).toBeGreaterThan(0)
  })
})

describe('an instance ended on demand', () => {
  afterEach(() => stack.post('/local/faults', { rules: [] }))

  test('after its work and before its answer: the call fails, the next one has a new instance', async () => {
    await answer('count')
    await stack.post('/local/faults', { rules: [{ fault: 'killWorker', function: 'probe', times: 1 }] })
    expect(await ask('count')).toMatchObject({
      status: 502,
      body: { error: { code: 'FUNCTIONS_EXECUTE_FAIL' } },
    })
    expect(await answer('count')).toBe(1)
  })

  test('in the middle of its work', async () => {
    await stack.post('/local/faults', { rules: [{ fault: 'killWorker', afterMs: 20, times: 1 }] })
    const startedAt = performance.now()
    expect((await ask('wait')).status).toBe(502)
    expect(performance.now() - startedAt).toBeLessThan(300)
  })

  test('only where the rule says', async () => {
    await stack.post('/local/faults', { rules: [{ fault: 'killWorker', function: 'other' }] })
    expect((await ask('event')).status).toBe(200)
    expect((await ask('event', {}, 'oMei', 'other')).status).toBe(502)
  })

  test('as often as the rate and the seed say, the same each time', async () => {
    const run = async () => {
      await stack.post('/local/faults', { seed: 7, rules: [{ fault: 'killWorker', rateBp: 5_000 }] })
      const statuses: number[] = []
      for (let i = 0; i < 12; i++) statuses.push((await ask('event')).status)
      return statuses
    }
    const first = await run()
    expect(new Set(first)).toEqual(new Set([200, 502]))
    expect(await run()).toEqual(first)
  })
})

import { request } from 'node:http'
import tcb from '@cloudbase/node-sdk'
import { type Environment, failureOf, isLocal, local, openEnvironment } from './environment'
import type { Transaction } from './sdk'

/** What only the local cloud can show: there is nothing to ask of a real environment here. */
const describeLocal = isLocal ? describe : describe.skip

describeLocal('the local cloud', () => {
  let environment: Environment
  let name: string
  const calls: [string, unknown][] = []

  beforeAll(async () => {
    environment = await openEnvironment({
      invoke: (functionName, data) => {
        calls.push([functionName, data])
        if (functionName === 'none')
          throw Object.assign(new Error('No such function'), { code: 'FUNCTION_NOT_FOUND' })
        return Promise.resolve({ said: data })
      },
    })
  })
  beforeEach(async () => {
    name = await environment.collection()
    await environment.db.collection(name).add({ _id: 'a', n: 1 })
  })
  afterEach(() => environment.gateway!.setFaults({ seed: 0, rules: [] }))
  afterAll(() => environment.close())

  const url = () => `http://127.0.0.1:${environment.gateway!.port}`
  const a = () => environment.db.collection(name).doc('a')
  const increment = () => a().update({ n: environment.db.command.inc(1) })
  const value = async (): Promise<unknown> => ((await a().get()).data as { n: unknown }[])[0]!.n

  test('a request signed with a wrong key, or for another environment, is refused', async () => {
    const wrongKey = tcb.init({
      env: local.envId,
      secretId: local.secretId,
      secretKey: 'no',
      serviceUrl: `${url()}/admin`,
    })
    expect((await failureOf(wrongKey.database().collection(name).get())).code).toBe('SIGN_PARAM_INVALID')
    const elsewhere = tcb.init({ env: 'elsewhere', serviceUrl: `${url()}/admin` })
    expect((await failureOf(elsewhere.database().collection(name).get())).code).toBe('INVALID_ENV')
  })

  test('wx-server-sdk speaks to it with nothing but TCB_CONTEXT_CNFG: database, transaction, callFunction', async () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it reads the environment when it is loaded
    const wx = require('wx-server-sdk') as WxServerSdk
    wx.init({ env: local.envId })
    const db = wx.database()
    await db
      .collection(name)
      .doc('a')
      .update({ data: { n: db.command.inc(1) } })
    expect(await db.collection(name).doc('a').get()).toMatchObject({ data: { _id: 'a', n: 2 } })
    await db.runTransaction(async (transaction) => {
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: 7 } })
    })
    expect(await value()).toBe(7)
    expect(await wx.callFunction({ name: 'hello', data: { x: 1 } })).toMatchObject({
      result: { said: { x: 1 } },
    })
  })

  test('callFunction passes name and data on, and errors back with their code', async () => {
    const { app } = environment
    expect(await app.callFunction({ name: 'hello', data: { at: new Date(0) } })).toMatchObject({
      result: { said: { at: '1970-01-01T00:00:00.000Z' } },
    })
    expect(calls.at(-1)).toEqual(['hello', { at: '1970-01-01T00:00:00.000Z' }])
    expect(await failureOf(app.callFunction({ name: 'none', data: {} }))).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
  })

  test('what it does not serve it says', async () => {
    const call = environment.app.callWxOpenApi({ apiName: 'x.y', requestData: {} })
    expect((await failureOf(call)).code).toBe('INVALID_ACTION')
  })

  test('serverDate follows the turned clock, and so may signatures', async () => {
    const clock = new SharedArrayBuffer(8)
    const turned = await openEnvironment({ clock })
    new BigInt64Array(clock)[0] = 40n * 86_400_000n
    const own = await turned.collection()
    await turned.db.collection(own).add({ _id: 'a', at: turned.db.serverDate() })
    const [doc] = (await turned.db.collection(own).doc('a').get()).data as { at: Date }[]
    expect(doc!.at.getTime() - Date.now()).toBeGreaterThan(39 * 86_400_000)
    await turned.close()
  })

  test('fault timeoutBefore: nothing was done, and the caller does not know', async () => {
    environment.gateway!.setFaults({
      seed: 1,
      rules: [{ fault: 'timeoutBefore', action: 'database.modifyDocument', rateBp: 10_000, times: 1 }],
    })
    await expect(increment()).rejects.toThrow()
    expect(await value()).toBe(1)
  })

  test('fault timeoutAfter: it was done, and the caller does not know', async () => {
    environment.gateway!.setFaults({
      seed: 1,
      rules: [{ fault: 'timeoutAfter', action: 'database.modifyDocument', rateBp: 10_000, times: 1 }],
    })
    await expect(increment()).rejects.toThrow()
    expect(await value()).toBe(2)
  })

  test('fault error, for one collection only', async () => {
    const other = await environment.collection()
    environment.gateway!.setFaults({ seed: 1, rules: [{ fault: 'error', collection: name, rateBp: 10_000 }] })
    expect((await failureOf(increment())).code).toBe('DATABASE_REQUEST_FAILED')
    await environment.db.collection(other).add({ _id: 'x' })
  })

  test('fault conflict: the transaction is over, and runTransaction gets through with the next', async () => {
    environment.gateway!.setFaults({ seed: 1, rules: [{ fault: 'conflict', rateBp: 10_000, times: 2 }] })
    let runs = 0
    await environment.db.runTransaction(async (transaction: Transaction) => {
      runs++
      await transaction.collection(name).doc('a').update({ n: 5 })
    })
    expect([runs, await value()]).toEqual([3, 5])
  })

  test('it counts calls by action and collection, and tells on its own port', async () => {
    await send('POST', '/stats/reset')
    await increment()
    await value()
    expect(await send('GET', '/stats')).toEqual({
      total: 2,
      byAction: { 'database.modifyDocument': 1, 'database.getDocument': 1 },
      byCollection: { [name]: 2 },
      documentsRead: { [name]: 2 },
    })
  })

  function send(method: string, path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = request(url() + path, { method }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
      })
      sent.on('error', reject)
      sent.end()
    })
  }
})

/** The part of wx-server-sdk that is used here; its own types speak of the mini-program. */
interface WxServerSdk {
  init(options: { env: string }): void
  database(): WxDatabase
  callFunction(options: { name: string; data: unknown }): Promise<unknown>
}
interface WxDatabase extends WxCollections {
  command: { inc(by: number): unknown }
  runTransaction(work: (transaction: WxCollections) => Promise<void>): Promise<unknown>
}
interface WxCollections {
  collection(name: string): {
    doc(id: string): { get(): Promise<unknown>; update(options: { data: object }): Promise<unknown> }
  }
}

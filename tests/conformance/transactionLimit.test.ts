import { type Environment, failureOf, isLocal, openEnvironment } from './environment'

let environment: Environment

beforeAll(async () => {
  environment = await openEnvironment({ transactionLimitMs: 150 })
})
afterAll(() => environment.close())

test('a transaction lasts at most 30 seconds: after that it is rolled back and its locks are free', async () => {
  const { db } = environment
  const name = await environment.collection()
  await db.collection(name).add({ _id: 'a', n: 1 })
  const transaction = await db.startTransaction()
  await transaction.collection(name).doc('a').update({ n: 2 })
  // it waits for the lock, so when it is answered the transaction is over
  if (isLocal)
    await db
      .collection(name)
      .doc('a')
      .update({ n: db.command.inc(10) })
  else await new Promise((resolve) => setTimeout(resolve, environment.transactionLimitMs + 5_000))
  expect((await failureOf(transaction.commit())).code).toMatch(/^DATABASE_TRANSACTION/)
  const [doc] = (await db.collection(name).doc('a').get()).data as { n: number }[]
  expect(doc!.n).toBe(isLocal ? 11 : 1)
}, 60_000)

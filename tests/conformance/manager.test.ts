import CloudBase from '@cloudbase/manager-node'
import { type Environment, failureOf, local, localTest, openEnvironment } from './environment'

let environment: Environment

beforeAll(async () => {
  environment = await openEnvironment()
})
afterAll(() => environment.close())

const index = (name: string, keys: [string, string][], unique = false) => ({
  IndexName: name,
  MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: keys.map(([Name, Direction]) => ({ Name, Direction })) },
})

test('collections are created, listed and removed', async () => {
  const { database } = environment.manager
  const name = await environment.collection()
  expect(await database.checkCollectionExists(name)).toMatchObject({ Exists: true })
  expect(await database.createCollectionIfNotExists(name)).toMatchObject({ IsCreated: false })
  const listed = await database.listCollections({ MgoLimit: 1_000, MgoOffset: 0 })
  expect(listed.Collections.map((each) => each.CollectionName)).toContain(name)
  await failureOf(database.createCollection(name))
  await database.deleteCollection(name)
  expect(await database.checkCollectionExists(name)).toMatchObject({ Exists: false })
})

test('indexes are created, described and dropped', async () => {
  const { database } = environment.manager
  const name = await environment.collection([
    index('two', [
      ['member', '1'],
      ['seq', '-1'],
    ]),
  ])
  await database.updateCollection(name, { CreateIndexes: [index('one', [['uid', '1']], true)] })
  const { Indexes: described = [] } = await database.describeCollection(name)
  expect(described.map((each) => each.Name).sort()).toEqual(['_id_', 'one', 'two'])
  expect(described.find((each) => each.Name === 'two')!.Keys).toEqual([
    { Name: 'member', Direction: '1' },
    { Name: 'seq', Direction: '-1' },
  ])
  expect(described.find((each) => each.Name === 'one')!.Unique).toBe(true)
  await database.updateCollection(name, { DropIndexes: [{ IndexName: 'one' }] })
  expect(await database.checkIndexExists(name, 'one')).toMatchObject({ Exists: false })
})

test('a unique index over documents that share a value is refused, and there is none then', async () => {
  const { database } = environment.manager
  const name = await environment.collection()
  await environment.db.collection(name).add([{ uid: 1 }, { uid: 1 }])
  await failureOf(database.updateCollection(name, { CreateIndexes: [index('one', [['uid', '1']], true)] }))
  expect(await database.checkIndexExists(name, 'one')).toMatchObject({ Exists: false })
})

test('a collection is closed to clients', async () => {
  const name = await environment.collection()
  const tcb = environment.manager.commonService('tcb', '2018-06-08')
  const EnvId = environment.manager.currentEnvironment().getEnvId()
  await tcb.call({ Action: 'ModifyDatabaseACL', Param: { EnvId, CollectionName: name, AclTag: 'ADMINONLY' } })
  const told = (await tcb.call({
    Action: 'DescribeDatabaseACL',
    Param: { EnvId, CollectionName: name },
  })) as object
  expect(told).toMatchObject({ AclTag: 'ADMINONLY' })
})

localTest('at most 100 collections, and 100 indexes each', async () => {
  const own = await openEnvironment()
  for (let i = 0; i < 100; i++) await own.collection()
  expect((await failureOf(own.collection())).message).toContain('at most 100 collections')
  const many = Array.from({ length: 99 }, (_, i) => index(`i${i}`, [[`f${i}`, '1']]))
  const [first] = (await own.manager.database.listCollections()).Collections
  await own.manager.database.updateCollection(first!.CollectionName, { CreateIndexes: many })
  const oneMore = { CreateIndexes: [index('more', [['more', '1']])] }
  const failure = await failureOf(own.manager.database.updateCollection(first!.CollectionName, oneMore))
  expect(failure.message).toContain('at most 100 indexes')
  await own.close()
})

localTest('a wrong key is refused', async () => {
  const stranger = new CloudBase({ ...local, secretKey: 'wrong', region: 'ap-shanghai' })
  expect((await failureOf(stranger.database.listCollections())).code).toBe('AuthFailure.SignatureFailure')
})

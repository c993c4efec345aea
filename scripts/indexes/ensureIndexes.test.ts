import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type CloudBase from '@cloudbase/manager-node'
import { collections, type Collection } from '../../cloudfunctions/database/collections'
import { type RunningGateway, startGateway } from '../../local/cloud/gateway/startGateway'
import { openManager } from '../cloud/credentials'
import { ensureIndexes } from './ensureIndexes'

const ACCOUNT = { envId: 'test-env', secretId: 'test-id', secretKey: 'test-key' }

const declared: readonly Collection[] = [
  {
    name: 'members',
    indexes: [
      { name: 'dueDay', keys: [{ field: 'dueDay', direction: 1 }] },
      {
        name: 'member_seq',
        keys: [
          { field: 'member', direction: 1 },
          { field: 'seq', direction: -1 },
        ],
        unique: true,
      },
    ],
  },
  { name: 'settings', indexes: [] },
]

describe('indexes of an environment', () => {
  let dataDir: string
  let gateway: RunningGateway
  let manager: CloudBase
  const before = process.env.TCB_BASE_URL

  beforeEach(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'changke-indexes-'))
    gateway = await startGateway({ dataDir, ...ACCOUNT })
    process.env.TCB_BASE_URL = `http://127.0.0.1:${gateway.port}`
    manager = openManager(ACCOUNT)
  })
  afterEach(async () => {
    await gateway.close()
    rmSync(dataDir, { recursive: true })
    if (before === undefined) delete process.env.TCB_BASE_URL
    else process.env.TCB_BASE_URL = before
  })

  const indexesOf = async (name: string): Promise<unknown[]> => {
    const { Indexes = [] } = await manager.database.describeCollection(name)
    return Indexes.map(({ Name, Keys, Unique }) => [
      Name,
      Keys.map((k) => `${k.Name} ${k.Direction}`),
      Unique,
    ])
  }
  const aclOf = async (name: string): Promise<string> => {
    const Param = { EnvId: ACCOUNT.envId, CollectionName: name }
    const api = manager.commonService('tcb', '2018-06-08')
    return ((await api.call({ Action: 'DescribeDatabaseACL', Param })) as { AclTag: string }).AclTag
  }

  test('an empty environment gets everything declared, and a second run changes nothing', async () => {
    expect(await ensureIndexes(manager, declared)).toBeGreaterThan(0)
    expect(await indexesOf('members')).toEqual([
      ['_id_', ['_id 1'], false],
      ['dueDay', ['dueDay 1'], false],
      ['member_seq', ['member 1', 'seq -1'], true],
    ])
    expect(await indexesOf('settings')).toEqual([['_id_', ['_id 1'], false]])
    expect([await aclOf('members'), await aclOf('settings')]).toEqual(['ADMINONLY', 'ADMINONLY'])

    const lines: string[] = []
    expect(await ensureIndexes(manager, declared, { onChange: (line) => lines.push(line) })).toBe(0)
    expect(lines).toEqual([])
  })

  test('rules that somebody opened are closed again', async () => {
    await ensureIndexes(manager, declared)
    await manager.commonService('tcb', '2018-06-08').call({
      Action: 'ModifyDatabaseACL',
      Param: { EnvId: ACCOUNT.envId, CollectionName: 'members', AclTag: 'READONLY' },
    })
    const lines: string[] = []
    await ensureIndexes(manager, declared, { onChange: (line) => lines.push(line) })
    expect(lines).toEqual(['members: closed to clients (was READONLY)'])
    expect(await aclOf('members')).toBe('ADMINONLY')
  })

  test('an index over other fields than declared is made anew', async () => {
    await ensureIndexes(manager, declared)
    const changed = [
      { name: 'members', indexes: [{ name: 'dueDay', keys: [{ field: 'dueAt', direction: -1 }] }] },
    ] as const
    await ensureIndexes(manager, changed)
    expect(await indexesOf('members')).toContainEqual(['dueDay', ['dueAt -1'], false])
  })

  test('undeclared indexes are dropped only when asked, undeclared collections never', async () => {
    await ensureIndexes(manager, declared)
    await manager.database.createCollection('older')
    const fewer = [
      { name: 'members', indexes: [] },
      { name: 'settings', indexes: [] },
    ]

    const lines: string[] = []
    expect(await ensureIndexes(manager, fewer, { onChange: (line) => lines.push(line) })).toBe(0)
    expect(lines.filter((line) => line.includes('--prune'))).toHaveLength(2)
    expect(await indexesOf('members')).toHaveLength(3)

    expect(await ensureIndexes(manager, fewer, { prune: true })).toBe(2)
    expect(await indexesOf('members')).toEqual([['_id_', ['_id 1'], false]])
    expect(await indexesOf('older')).toHaveLength(1)
  })

  test('a dry run tells everything and does nothing', async () => {
    const lines: string[] = []
    const count = await ensureIndexes(manager, declared, {
      dryRun: true,
      onChange: (line) => lines.push(line),
    })
    expect(count).toBe(lines.length)
    expect(lines).toContain('members: index member_seq made')
    expect((await manager.database.listCollections()).Collections).toEqual([])
  })

  test('the product’s own list goes in', async () => {
    await ensureIndexes(manager, collections)
    expect(await ensureIndexes(manager, collections)).toBe(0)
    const present = (await manager.database.listCollections()).Collections.map((c) => c.CollectionName)
    expect(present.sort()).toEqual(collections.map(({ name }) => name).sort())
  })
})

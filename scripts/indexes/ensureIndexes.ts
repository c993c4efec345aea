import type CloudBase from '@cloudbase/manager-node'
import type { Collection, Index } from '../../cloudfunctions/database/collections'
import { planIndexes } from './planIndexes'

export interface EnsureOptions {
  /** Also drop indexes that nobody declared. Collections are never dropped. */
  readonly prune?: boolean
  /** Only tell what would be done. */
  readonly dryRun?: boolean
  /** Gets one line for each thing done, or found and left alone. */
  readonly onChange?: (line: string) => void
}

/** Nobody but functions and the account's owner reads or writes. */
const CLOSED = 'ADMINONLY'
const PAGE = 100

/**
 * Makes the environment's collections, indexes and access rules what the list declares; answers how many things it
 * changed (0 the second time). Throws the platform's error when a call fails; running it again goes on from there.
 */
export async function ensureIndexes(
  manager: CloudBase,
  declared: readonly Collection[],
  options: EnsureOptions = {},
): Promise<number> {
  const present = await presentCollections(manager)
  const change = changer(options)
  for (const collection of declared) {
    const { name } = collection
    if (!present.has(name)) await change(`${name}: made`, () => manager.database.createCollection(name))
    if (!present.has(name) && options.dryRun) {
      for (const index of collection.indexes) await change(`${name}: index ${index.name} made`, noCall)
      continue
    }
    await ensureClosed(manager, name, change)
    await ensureCollectionIndexes(manager, collection, options, change)
  }
  const names = new Set(declared.map(({ name }) => name))
  for (const name of present) {
    if (!names.has(name)) options.onChange?.(`${name}: a collection that nobody declared, left alone`)
  }
  return change.count()
}

type Change = ((line: string, call: () => Promise<unknown>) => Promise<void>) & { count(): number }

const noCall = (): Promise<void> => Promise.resolve()

function changer({ dryRun = false, onChange }: EnsureOptions): Change {
  let count = 0
  const change = async (line: string, call: () => Promise<unknown>): Promise<void> => {
    if (!dryRun) await call()
    count += 1
    onChange?.(line)
  }
  return Object.assign(change, { count: () => count })
}

async function presentCollections(manager: CloudBase): Promise<Set<string>> {
  const names: string[] = []
  for (;;) {
    const { Collections } = await manager.database.listCollections({
      MgoLimit: PAGE,
      MgoOffset: names.length,
    })
    names.push(...Collections.map(({ CollectionName }) => CollectionName))
    if (Collections.length < PAGE) return new Set(names)
  }
}

/** manager-node has no method of its own for access rules: its documentation calls the cloud API by name. */
async function ensureClosed(manager: CloudBase, name: string, change: Change): Promise<void> {
  const api = manager.commonService('tcb', '2018-06-08')
  const Param = { EnvId: manager.getManagerConfig().envId, CollectionName: name }
  const { AclTag } = (await api.call({ Action: 'DescribeDatabaseACL', Param })) as { AclTag?: string }
  if (AclTag === CLOSED) return
  await change(`${name}: closed to clients (was ${AclTag ?? 'unset'})`, () =>
    api.call({ Action: 'ModifyDatabaseACL', Param: { ...Param, AclTag: CLOSED } }),
  )
}

async function ensureCollectionIndexes(
  manager: CloudBase,
  collection: Collection,
  { prune = false, onChange }: EnsureOptions,
  change: Change,
): Promise<void> {
  const { name } = collection
  const { Indexes = [] } = await manager.database.describeCollection(name)
  const plan = planIndexes(collection, Indexes)
  const make = (index: Index) => () =>
    manager.database.updateCollection(name, { CreateIndexes: [toCreate(index)] })
  const drop = (indexName: string) => () =>
    manager.database.updateCollection(name, { DropIndexes: [{ IndexName: indexName }] })

  for (const index of plan.create) await change(`${name}: index ${index.name} made`, make(index))
  for (const index of plan.change) {
    await change(`${name}: index ${index.name} dropped, its fields have changed`, drop(index.name))
    await change(`${name}: index ${index.name} made`, make(index))
  }
  for (const indexName of plan.undeclared) {
    if (prune) await change(`${name}: index ${indexName} dropped, nobody declared it`, drop(indexName))
    else onChange?.(`${name}: index ${indexName} is not declared; --prune drops it`)
  }
}

function toCreate({ name, keys, unique = false }: Index) {
  return {
    IndexName: name,
    MgoKeySchema: {
      MgoIsUnique: unique,
      MgoIndexKeys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
    },
  }
}

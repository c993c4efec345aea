import { objectOf } from './request'
import type { Collection } from './catalog'
import { GatewayError } from './gatewayError'
import type { IndexField } from './indexEntries'
import { type Doc, isPlainObject } from './bsonValues'
import type { Store } from './store'

/** An error of the cloud API: answered as `Response.Error`. */
export class ManagerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

interface ManagerContext {
  store: Store
  envId: string
}

type ManagerAction = (context: ManagerContext, parameters: Doc) => object | Promise<object>

const databaseName = 'tnt-local'
const region = 'ap-shanghai'

/** Executes one call of manager-node; resolves to what stands in `Response` beside `RequestId`. */
export async function runManagerAction(
  context: ManagerContext,
  action: string,
  parameters: Doc,
): Promise<object> {
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!run) throw new ManagerError('InvalidAction', `The action ${action} is not served by the local cloud`)
  if (parameters.EnvId !== context.envId) {
    throw new ManagerError('ResourceNotFound', `Environment ${String(parameters.EnvId)} not found`)
  }
  try {
    return await run(context, parameters)
  } catch (error) {
    if (error instanceof GatewayError) throw new ManagerError(managerCode(error.code), error.message)
    throw error
  }
}

const managerCodes: Record<string, string> = {
  DATABASE_COLLECTION_NOT_EXIST: 'ResourceNotFound',
  DATABASE_COLLECTION_ALREADY_EXIST: 'ResourceInUse',
  INVALID_PARAM: 'InvalidParameter',
}

function managerCode(code: string): string {
  return managerCodes[code] ?? 'FailedOperation'
}

const actions: Record<string, ManagerAction> = {
  DescribeEnvInfo: ({ envId }) => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: envId,
        Alias: envId,
        Databases: [{ InstanceId: databaseName, Status: 'RUNNING', Region: region }],
        Storages: [{}],
        Functions: [{ Namespace: envId, Region: region }],
        LogServices: [],
        Status: 'NORMAL',
        Region: region,
      },
    },
  }),

  ListTables: ({ store }, { MgoLimit = 100, MgoOffset = 0 }) => {
    const all = store.catalog.list()
    const from = Number(MgoOffset)
    return {
      Tables: all.slice(from, from + Number(MgoLimit)).map((collection) => describe(store, collection)),
      Pager: { Offset: from, Limit: Number(MgoLimit), Total: all.length },
    }
  },

  CreateTable: async ({ store }, parameters) => {
    await store.group.run(() => store.catalog.create(text(parameters, 'TableName')))
    return {}
  },

  DeleteTable: async ({ store }, parameters) => {
    await store.group.run(() => store.catalog.drop(text(parameters, 'TableName')))
    return {}
  },

  DescribeTable: ({ store }, parameters) => {
    const { indexes } = store.catalog.get(text(parameters, 'TableName'))
    const described = [
      { Name: '_id_', Size: 1, Keys: [{ Name: '_id', Direction: '1' }], Unique: false },
      ...indexes.map((index) => ({
        Name: index.name,
        Size: 1,
        Keys: index.fields.map(({ path, descending }) => ({
          Name: path,
          Direction: descending ? '-1' : '1',
        })),
        Unique: index.unique,
      })),
    ]
    return { Indexes: described, IndexNum: described.length }
  },

  UpdateTable: async ({ store }, parameters) => {
    const name = text(parameters, 'TableName')
    await store.group.run(() => {
      const collection = store.catalog.get(name)
      for (const drop of objects(parameters.DropIndexes))
        store.catalog.dropIndex(collection, text(drop, 'IndexName'))
      for (const create of objects(parameters.CreateIndexes)) createIndex(store, collection, create)
    })
    return {}
  },

  ModifyDatabaseACL: ({ store }, parameters) =>
    setAcl(store, text(parameters, 'CollectionName'), text(parameters, 'AclTag'), null),

  DescribeDatabaseACL: ({ store }, parameters) => ({
    AclTag: store.catalog.get(text(parameters, 'CollectionName')).acl,
  }),

  ModifySafeRule: ({ store }, parameters) =>
    setAcl(
      store,
      text(parameters, 'CollectionName'),
      text(parameters, 'AclTag'),
      optionalText(parameters.Rule),
    ),

  DescribeSafeRule: ({ store }, parameters) => {
    const { acl, rule } = store.catalog.get(text(parameters, 'CollectionName'))
    return { AclTag: acl, Rule: rule }
  },

  ModifyResourcePermission: ({ store }, parameters) => {
    refuseOtherResources(parameters)
    const rule = optionalText(parameters.SecurityRule)
    return setAcl(store, text(parameters, 'Resource'), text(parameters, 'Permission'), rule)
  },

  DescribeResourcePermission: ({ store }, parameters) => {
    refuseOtherResources(parameters)
    const wanted = Array.isArray(parameters.Resources) ? new Set(parameters.Resources) : undefined
    const collections = store.catalog.list().filter(({ name }) => !wanted || wanted.has(name))
    return {
      Data: {
        TotalCount: collections.length,
        PermissionList: collections.map(({ name, acl, rule }) => ({
          ResourceType: 'collection',
          Resource: name,
          Permission: acl,
          SecurityRule: rule ?? '',
        })),
      },
    }
  },
}

function refuseOtherResources({ ResourceType: type }: Doc): void {
  if (type !== 'collection')
    throw new ManagerError('InvalidParameter', `The local cloud has no ${String(type)} permissions`)
}

const acls = new Set(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM'])

async function setAcl(store: Store, name: string, acl: string, rule: string | null): Promise<object> {
  if (!acls.has(acl)) throw new ManagerError('InvalidParameter', `Unknown permission ${acl}`)
  await store.group.run(() => store.catalog.setAcl(store.catalog.get(name), acl, rule))
  return {}
}

function createIndex(store: Store, collection: Collection, create: Doc): void {
  const schema = objectOf(create.MgoKeySchema, 'MgoKeySchema')
  const fields: IndexField[] = objects(schema.MgoIndexKeys).map((key) => {
    const direction = text(key, 'Direction')
    if (direction !== '1' && direction !== '-1') {
      throw new ManagerError('InvalidParameter', `The local cloud has no ${direction} index: use 1 or -1`)
    }
    return { path: text(key, 'Name'), descending: direction === '-1' }
  })
  if (fields.length === 0) throw new ManagerError('InvalidParameter', 'An index needs at least one field')
  store.documents.createIndex(collection, text(create, 'IndexName'), fields, schema.MgoIsUnique === true)
}

function describe(store: Store, { id, name, indexes }: Collection): object {
  const [count, size] = store.reader.get(
    `SELECT count(*), coalesce(sum(length(body)), 0) FROM docs_${id}`,
  ) as number[]
  return { TableName: name, Count: count, Size: size, IndexCount: indexes.length + 1, IndexSize: 0 }
}

function text(parameters: Doc, name: string): string {
  const value = parameters[name]
  if (typeof value === 'string' && value) return value
  throw new ManagerError('MissingParameter', `${name} is missing`)
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function objects(value: unknown): Doc[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.every(isPlainObject)) return value
  throw new ManagerError('InvalidParameter', 'An array of objects is expected')
}

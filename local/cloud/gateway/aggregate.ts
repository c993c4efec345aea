import { aggregate } from 'mingo'
import { type Doc, parseEjson, toStored } from './bsonValues'
import type { Collection } from './catalog'
import { parseStored } from './documentStore'
import { GatewayError, errors } from './gatewayError'
import { mingoOptions } from './mingoOptions'
import { neededFields } from './neededFields'
import { type Selection, selectDocs, selectFields } from './queryReader'
import { type GatewayContext, type TcbRequest, collectionNameOf, objectOf, sortSpec } from './request'
import type { Store } from './store'

/** `database.aggregateDocuments`: what indexes and sqlite can do of the first stages is done there, the rest by mingo. */
export function aggregateDocuments(context: GatewayContext, request: TcbRequest): object {
  const collection = context.store.catalog.get(collectionNameOf(request))
  return { data: { list: runPipeline(context, collection, parseStages(request.stages)) } }
}

const writingStages = new Set(['$out', '$merge'])

function parseStages(stages: unknown): Doc[] {
  if (!Array.isArray(stages)) throw errors.invalidParam('stages must be an array')
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = objectOf(stage, 'stage')
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw errors.invalidParam('Not a stage')
    if (writingStages.has(stageKey)) throw errors.requestFailed(`The stage ${stageKey} is not allowed`)
    return { [stageKey]: parseEjson(stageValue) }
  })
}

function runPipeline({ store }: GatewayContext, collection: Collection, stages: Doc[]): string[] {
  const { selection, rest } = pushDown(stages)
  if (rest.length === 0) return selectDocs(store.reader, collection, selection).map((each) => each.body)
  const fields = neededFields(rest)
  const docs = fields
    ? selectFields(store.reader, collection, selection, fields)
    : selectDocs(store.reader, collection, selection).map((each) => each.doc ?? parseStored(each.body))
  try {
    const options = { ...mingoOptions, collectionResolver: (name: string) => allDocs(store, name) }
    return aggregate(docs, rest, options).map(toStored)
  } catch (error) {
    throw error instanceof GatewayError ? error : errors.requestFailed((error as Error).message)
  }
}

/** Takes $match, $sort, $skip and $limit from the front, in that order. */
export function pushDown(stages: readonly Doc[]): { selection: Selection; rest: Doc[] } {
  const rest = [...stages]
  const matches: Doc[] = []
  const next = (name: string): unknown => (rest[0] && name in rest[0] ? rest.shift()![name] : undefined)
  for (let match = next('$match'); match !== undefined; match = next('$match'))
    matches.push(objectOf(match, '$match'))
  const sort = next('$sort')
  const skip = next('$skip')
  const limit = next('$limit')
  const query = matches.length > 1 ? { $and: matches } : (matches[0] ?? {})
  const selection: Selection = {
    query,
    sort: sort === undefined ? [] : sortSpec(objectOf(sort, '$sort')),
    skip: skip === undefined ? 0 : stageNumber(skip, '$skip'),
    limit: limit === undefined ? undefined : stageNumber(limit, '$limit'),
  }
  return { selection, rest }
}

function stageNumber(value: unknown, name: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
  throw errors.requestFailed(`${name} takes a whole number`)
}

function allDocs(store: Store, name: string): Doc[] {
  const collection = store.catalog.find(name)
  return collection
    ? selectDocs(store.reader, collection, { query: {} }).map((each) => parseStored(each.body))
    : []
}

import { aggregate } from 'mingo'
import { type Doc, parseEjson, toStored } from './bsonValues'
import type { Collection } from './catalog'
import { parseStored } from './documentStore'
import { GatewayError, errors } from './gatewayError'
import { mingoOptions } from './mingoOptions'
import { neededFields, queryFields } from './neededFields'
import { type Selection, selectDocs } from './queryReader'
import { type GatewayContext, type TcbRequest, collectionNameOf, objectOf, sortSpec } from './request'
import type { Store } from './store'

/** `database.aggregateDocuments`: what indexes and sqlite can do of the first stages is done there, the rest by mingo. */
export function aggregateDocuments({ store }: GatewayContext, request: TcbRequest): object {
  const collection = store.catalog.get(collectionNameOf(request))
  return { data: { list: runPipeline(store, collection, parseStages(request.stages)) } }
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

function runPipeline(store: Store, collection: Collection, stages: Doc[]): string[] {
  const { selection, rest } = pushDown(stages)
  const found = selectDocs(store.reader, collection, selection)
  if (rest.length === 0) return found.map((each) => each.body)
  try {
    const docs = found.map((each) => each.doc ?? parseStored(each.body))
    return aggregate(docs, rest, { ...mingoOptions, collectionResolver: (name) => allDocs(store, name) }).map(
      toStored,
    )
  } catch (error) {
    if (error instanceof GatewayError) throw error
    throw errors.requestFailed((error as Error).message)
  }
}

/** Takes $match, $sort, $skip and $limit from the front, in that order, and learns which fields the rest reads. */
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
  const fields = neededFields(rest)
  const tested = queryFields(query)
  if (fields && tested) {
    const sorted = (selection.sort ?? []).map(([path]) => path.split('.', 1)[0]!)
    selection.fields = [...new Set([...fields, ...tested, ...sorted])]
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

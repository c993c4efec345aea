import { type Doc, isPlainObject } from './bsonValues'

/** Stages behind which nothing of the documents is left but what the stage made. */
const cuts = new Set(['$group', '$count', '$sortByCount', '$bucket', '$bucketAuto'])

/** Stages whose fields are found by the strings in them that start with `$`. */
const expressionStages = new Set(['$addFields', '$set', '$unwind', ...cuts])

/** Stages that read no field. */
const blindStages = new Set(['$limit', '$skip', '$sample'])

class WholeDocument extends Error {}

/**
 * The top-level fields that a pipeline reads, or undefined when it needs whole documents. Reading only those from
 * disk is what makes an aggregate over many large documents fast.
 */
export function neededFields(stages: readonly Doc[]): string[] | undefined {
  const fields = new Set<string>()
  try {
    for (const stage of stages) {
      const name = Object.keys(stage)[0]!
      addStage(fields, name, stage[name])
      if (cuts.has(name) || isInclusion(name, stage[name])) return plainNames(fields)
    }
  } catch (error) {
    if (!(error instanceof WholeDocument)) throw error
  }
  return undefined
}

/** The top-level fields a query reads, or undefined when that cannot be told. */
export function queryFields(query: Doc): string[] | undefined {
  const fields = new Set<string>()
  try {
    addQuery(fields, query)
    return plainNames(fields)
  } catch (error) {
    if (!(error instanceof WholeDocument)) throw error
    return undefined
  }
}

function addStage(fields: Set<string>, name: string, spec: unknown): void {
  if (blindStages.has(name)) return
  if (expressionStages.has(name)) addExpression(fields, spec)
  else if (name === '$match' && isPlainObject(spec)) addQuery(fields, spec)
  else if (name === '$sort' && isPlainObject(spec))
    for (const path of Object.keys(spec)) fields.add(top(path))
  else if (name === '$project' && isPlainObject(spec)) addProjection(fields, spec)
  else throw new WholeDocument()
}

function addProjection(fields: Set<string>, spec: Doc): void {
  if (!isInclusion('$project', spec)) throw new WholeDocument()
  // kept unless it is said not to be
  fields.add('_id')
  for (const path of Object.keys(spec)) fields.add(top(path))
  addExpression(fields, spec)
}

function isInclusion(name: string, spec: unknown): boolean {
  if (name !== '$project' || !isPlainObject(spec)) return false
  return Object.entries(spec).some(([path, value]) => path !== '_id' && value !== 0 && value !== false)
}

function addExpression(fields: Set<string>, spec: unknown): void {
  if (typeof spec === 'string') {
    if (spec.startsWith('$$')) throw new WholeDocument()
    if (spec.startsWith('$')) fields.add(top(spec.slice(1)))
  } else if (Array.isArray(spec)) {
    for (const each of spec) addExpression(fields, each)
  } else if (isPlainObject(spec)) {
    for (const key of Object.keys(spec)) addExpression(fields, spec[key])
  }
}

function addQuery(fields: Set<string>, query: Doc): void {
  for (const key of Object.keys(query)) {
    const value = query[key]
    if (!key.startsWith('$')) fields.add(top(key))
    else if (Array.isArray(value)) for (const each of value) addQuery(fields, isPlainObject(each) ? each : {})
    else if (key === '$expr') addExpression(fields, value)
    else throw new WholeDocument()
  }
}

function top(path: string): string {
  return path.split('.', 1)[0]!
}

/** Names that need no quoting in a JSON path; with others whole documents are read. */
function plainNames(fields: ReadonlySet<string>): string[] {
  const names = [...fields]
  if (!names.every((name) => /^[A-Za-z_]\w*$/.test(name))) throw new WholeDocument()
  return names
}

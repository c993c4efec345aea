/** The part of node-sdk's database that the facts are about: the SDK itself leaves most of its answers untyped. */
export interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<OpenTransaction>
  runTransaction(work: (transaction: Transaction) => Promise<unknown>, times?: number): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options: string }): unknown
  command: Command
}

export type Transaction = Pick<Database, 'collection'>

export interface OpenTransaction extends Transaction {
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export interface Collection extends Query {
  add(data: unknown): Promise<{ id?: string; ids?: string[] }>
  doc(id: string): Document
  aggregate(): Pipeline
}

export interface Query {
  where(query: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: object): Query
  options(options: { multiple?: boolean; raw?: boolean }): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(data: object): Promise<Updated>
  updateAndReturn(data: object): Promise<Updated & { doc: unknown }>
  remove(): Promise<{ deleted: number }>
}

export interface Document {
  /** The documents outside of a transaction, the document or null inside. */
  get(): Promise<{ data: unknown }>
  set(data: object): Promise<Updated>
  update(data: object): Promise<Updated>
  remove(): Promise<{ deleted: number }>
}

export interface Updated {
  updated: number
  upsertedId?: unknown
}

export interface Pipeline {
  match(query: object): Pipeline
  group(spec: object): Pipeline
  sort(spec: object): Pipeline
  end(): Promise<{ data: unknown[] }>
}

type Make = (...operands: unknown[]) => unknown

/** `_`, and `_.aggregate`. */
export interface Command extends Record<
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'mul'
  | 'max'
  | 'min'
  | 'set'
  | 'remove'
  | 'rename'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet',
  Make
> {
  aggregate: Record<'sum', Make>
}

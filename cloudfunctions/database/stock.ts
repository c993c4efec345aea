import type { Instant } from '@shared/kernel/businessDay'
import type { Pieces } from '@shared/rules/shop/reservation'
import type { Cloud } from './cloud'
import { getById, getByIds, insertMissing, READ_LIMIT } from './documentAccess'
import { untilAnswered } from './untilAnswered'

/** One change of stock that the merchant made. */
export interface StockChange {
  /** The request that made it. */
  readonly id: string
  readonly by: string
  readonly at: Instant
  readonly change: number
}

/**
 * The stock of one SKU. It knows its open holds, so that what a hold took can never part from how much is left, and its
 * last changes, so that a repeated one is known. Only conditional updates change it.
 */
export interface StockDocument {
  readonly _id: string
  readonly product: string
  /** What can be bought. */
  readonly free: number
  readonly sold: number
  /** Pieces by the reservation that holds them, and how many reservations do. */
  readonly holds: Readonly<Record<string, number>>
  readonly open: number
  /** The latest first. */
  readonly changes: readonly StockChange[]
}

/** A stock document stays small: more open holds than this have to wait. */
const MOST_OPEN = 4_000
const CHANGES_KEPT = 30
const FREE_ONLY = { free: true } as const

/** Stock documents without anything in them, for SKUs that have none yet. */
export async function openStock(cloud: Cloud, product: string, skus: readonly string[]): Promise<void> {
  const empty = skus.map((sku): StockDocument => ({
    _id: sku,
    product,
    free: 0,
    sold: 0,
    holds: {},
    open: 0,
    changes: [],
  }))
  await insertMissing(cloud, 'stock', empty)
}

/** How much of each SKU can be bought; one that is not there has nothing. */
export async function readFree(cloud: Cloud, skus: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const unique = [...new Set(skus)]
  return freeBySku(await getByIds<Pick<StockDocument, '_id' | 'free'>>(cloud, 'stock', unique, FREE_ONLY))
}

/** The same for all SKUs of some products, whatever they are called. */
export async function readFreeOf(
  cloud: Cloud,
  products: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (products.length === 0) return new Map()
  const { data } = await cloud.db
    .collection('stock')
    .where({ product: cloud.db.command.in([...products]) })
    .field(FREE_ONLY)
    .limit(READ_LIMIT)
    .get()
  return freeBySku(data as Pick<StockDocument, '_id' | 'free'>[])
}

function freeBySku(found: readonly Pick<StockDocument, '_id' | 'free'>[]): ReadonlyMap<string, number> {
  return new Map(found.map(({ _id, free }) => [_id, free]))
}

/** The stock of a product's SKUs, whole. */
export async function readStockOf(cloud: Cloud, product: string): Promise<StockDocument[]> {
  const { data } = await cloud.db.collection('stock').where({ product }).limit(READ_LIMIT).get()
  return data as StockDocument[]
}

export type Changed =
  | { readonly of: 'done'; readonly stock: StockDocument }
  | { readonly of: 'short'; readonly free: number }
  | { readonly of: 'missing' }

/**
 * Adds pieces to a SKU or takes them away, relative to whatever is there; the same request once. Never below zero: what
 * is held for somebody cannot be taken away.
 */
export async function changeStock(cloud: Cloud, sku: string, change: StockChange): Promise<Changed> {
  const { command } = cloud.db
  const isDone = await updatedOne(
    cloud,
    { _id: sku, free: command.gte(Math.max(0, -change.change)), 'changes.id': command.neq(change.id) },
    {
      free: command.inc(change.change),
      changes: command.push({ each: [change], position: 0, slice: CHANGES_KEPT }),
    },
  )
  const stock = await getById<StockDocument>(cloud, 'stock', sku)
  if (!stock) return { of: 'missing' }
  if (isDone || stock.changes.some(({ id }) => id === change.id)) return { of: 'done', stock }
  return { of: 'short', free: stock.free }
}

/** Takes pieces for a reservation, or finds that it has them: null then, else how many there are. */
export async function takeFor(
  cloud: Cloud,
  reservation: string,
  { sku, quantity }: Pieces,
): Promise<Pieces | null> {
  const { command } = cloud.db
  const hold = holdOf(reservation)
  const isTaken = await updatedOne(
    cloud,
    { _id: sku, free: command.gte(quantity), open: command.lt(MOST_OPEN), [hold]: command.exists(false) },
    { free: command.inc(-quantity), open: command.inc(1), [hold]: quantity },
  )
  if (isTaken) return null
  const stock = await getById<StockDocument>(cloud, 'stock', sku)
  if (stock?.holds[reservation] !== undefined) return null
  return { sku, quantity: Math.min(stock?.free ?? 0, quantity - 1) }
}

/** Pieces that a reservation holds are sold, or can be bought again. What it does not hold changes nothing. */
export async function endHold(
  cloud: Cloud,
  reservation: string,
  { sku, quantity }: Pieces,
  goesTo: 'sold' | 'free',
): Promise<void> {
  const { command } = cloud.db
  const hold = holdOf(reservation)
  await updatedOne(
    cloud,
    { _id: sku, [hold]: quantity },
    { [goesTo]: command.inc(quantity), open: command.inc(-1), [hold]: command.remove() },
  )
}

const holdOf = (reservation: string): string => `holds.${reservation}`

/** Repeated until it is answered: what it asks for makes the second time change nothing. */
async function updatedOne(cloud: Cloud, which: object, changes: object): Promise<boolean> {
  const { updated } = (await untilAnswered(cloud, () =>
    cloud.db.collection('stock').where(which).update(changes),
  )) as { updated: number }
  return updated === 1
}

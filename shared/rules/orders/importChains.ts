import { groupBy } from '@shared/kernel/groupBy'
import type { OrderRow } from './orderRow'

/** What one call of `orders.import` takes. */
export const BATCH_MAX_ROWS = 500

/** Batches that must go in one after another. Different chains share no member and may go at once. */
export type Chain<Row> = readonly (readonly Row[])[]

/**
 * Packs orders into batches: all of a member's orders together and oldest first, so that the books are opened once a
 * member and read in the order in which things happened. A member with more than fills a batch is a chain of batches.
 */
export function importChains<Row extends OrderRow>(rows: readonly Row[], maxRows: number): Chain<Row>[] {
  const chains: Chain<Row>[] = []
  let batch: Row[] = []
  for (const group of byMember(rows)) {
    if (group.length > maxRows) {
      chains.push(slices(group, maxRows))
      continue
    }
    if (batch.length + group.length > maxRows) {
      chains.push([batch])
      batch = []
    }
    batch.push(...group)
  }
  if (batch.length > 0) chains.push([batch])
  return chains
}

/** Two customer numbers with one openid are one member. The sort is stable: orders of one day stay in the file's order. */
function byMember<Row extends OrderRow>(rows: readonly Row[]): Row[][] {
  const groups = groupBy(rows, ({ openid, customer }) =>
    openid === undefined ? `customer:${customer}` : `openid:${openid}`,
  )
  return [...groups.values()].map((group) => group.sort(byDay))
}

const byDay = (a: OrderRow, b: OrderRow): number =>
  a.placedDay < b.placedDay ? -1 : a.placedDay > b.placedDay ? 1 : 0

function slices<Row>(rows: readonly Row[], size: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}

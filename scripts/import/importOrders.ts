import type { InputOf, OutputOf } from '@shared/contracts'
import { BATCH_MAX_ROWS, importChains } from '@shared/rules/orders/importChains'
import type { IdentifiedRow } from '@shared/rules/orders/orderRow'

type ImportRow = InputOf<'orders.import'>['rows'][number]
type BatchAnswer = OutputOf<'orders.import'>

/** Sends one batch through `orders.import` and answers what it answered; throws when it cannot get an answer. */
export type SendBatch = (rows: readonly ImportRow[]) => Promise<BatchAnswer>

export interface ImportTotals extends BatchAnswer {
  /** Orders answered for so far: imported and already in. */
  readonly done: number
}

export const NOTHING_YET: ImportTotals = { imported: 0, alreadyIn: 0, membersMade: 0, amountFen: 0, done: 0 }

interface ImportOptions {
  /** Batches under way at once. Two keep two cores busy; more only wait for one another. */
  readonly inFlight?: number
  /** Orders in a batch at most. */
  readonly batchRows?: number
  /** Once aborted, no further batch is begun; those under way are waited for. */
  readonly signal?: AbortSignal
  readonly onProgress?: (totals: ImportTotals) => void
}

/**
 * Takes past orders in through the use case, a few batches at a time. Orders already in change nothing, so it may be
 * stopped anywhere and run again. Throws what `send` throws, after the other batches under way have ended.
 */
export async function importOrders(
  orders: readonly IdentifiedRow[],
  send: SendBatch,
  { inFlight = 2, batchRows = BATCH_MAX_ROWS, signal, onProgress }: ImportOptions = {},
): Promise<ImportTotals> {
  const chains = importChains(orders, batchRows).values()
  let totals = NOTHING_YET
  let failed = false

  const goOn = (): boolean => !failed && !signal?.aborted
  // The lanes share one iterator, so each chain is taken by exactly one of them.
  const lane = async (): Promise<void> => {
    for (const chain of chains) {
      for (const batch of chain) {
        if (!goOn()) return
        const answer = await send(batch.map(importRow))
        // Only now: other lanes add to the totals while this one waits.
        totals = added(totals, answer, batch.length)
        onProgress?.(totals)
      }
    }
  }
  const lanes = Array.from({ length: inFlight }, () =>
    lane().catch((error: unknown) => {
      failed = true
      throw error
    }),
  )
  for (const outcome of await Promise.allSettled(lanes)) {
    if (outcome.status === 'rejected') throw outcome.reason
  }
  return totals
}

const importRow = ({
  externalId,
  customer,
  openid,
  placedDay,
  quantity,
  amountFen,
}: IdentifiedRow): ImportRow => ({
  externalId,
  customer,
  ...(openid === undefined ? {} : { openid }),
  placedDay,
  quantity,
  amountFen,
})

function added(totals: ImportTotals, answer: BatchAnswer, rows: number): ImportTotals {
  return {
    imported: totals.imported + answer.imported,
    alreadyIn: totals.alreadyIn + answer.alreadyIn,
    membersMade: totals.membersMade + answer.membersMade,
    amountFen: totals.amountFen + answer.amountFen,
    done: totals.done + rows,
  }
}

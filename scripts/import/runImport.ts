import { yuanText } from '@shared/kernel/fen'
import { batchSender } from './batchSender'
import { importOrders, NOTHING_YET, type ImportTotals } from './importOrders'
import type { ImportCommand } from './options'
import { progressBar } from './progressBar'
import type { OrdersFile } from './readOrders'
import type { ShopDoor } from './shopDoor'

const GO_ON = 'Run the same command again to go on; orders already in are not counted twice.'

/** Sends the file's good rows with a progress bar and prints what came of it. True when all of them are in. */
export async function runImport(
  door: ShopDoor,
  command: ImportCommand,
  file: OrdersFile,
  signal: AbortSignal,
): Promise<boolean> {
  const startedAt = Date.now()
  const bar = progressBar(file.orders.length)
  const send = batchSender(door, command.source, { patienceMs: command.patienceMs, signal, onWait: bar.wait })
  let totals = NOTHING_YET
  const onProgress = (now: ImportTotals): void => bar.show((totals = now))
  try {
    await importOrders(file.orders, send, { inFlight: command.inFlight, signal, onProgress })
  } catch (error) {
    // A batch that was given up because of the stop is part of the stop.
    if (!signal.aborted) throw new Error(`${error instanceof Error ? error.message : String(error)} ${GO_ON}`)
  } finally {
    bar.stop()
    console.log(summary(command, file, totals, Date.now() - startedAt))
  }
  const complete = totals.done === file.orders.length
  if (!complete) console.error(`Stopped with ${totals.done} of ${file.orders.length} orders in. ${GO_ON}`)
  return complete
}

function summary(command: ImportCommand, file: OrdersFile, totals: ImportTotals, tookMs: number): string {
  const seconds = Math.max(tookMs, 1) / 1000
  const rejects = file.rejects.length
  return [
    `${totals.imported} imported, ${totals.alreadyIn} already in, ${totals.membersMade} members made`,
    `${yuanText(totals.amountFen)} yuan imported`,
    rejects === 0 ? '0 rejected' : `${rejects} rejected, listed in ${command.rejects}`,
    `${seconds.toFixed(1)} s, ${Math.round(totals.done / seconds)} orders/s`,
  ].join('\n')
}

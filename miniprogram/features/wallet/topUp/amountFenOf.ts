import { parseYuan } from '@shared/kernel/fen'

/** What was typed in yuan, in fen; undefined when it is no amount from the least to the most. */
export function amountFenOf(typed: string, leastFen: number, mostFen: number): number | undefined {
  const read = parseYuan(typed)
  return read.ok && read.value >= leastFen && read.value <= mostFen ? read.value : undefined
}

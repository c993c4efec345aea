import { BP_ONE } from '@shared/kernel/rate'

/** A part of an order that one rate holds for: what was paid for it in the end, in fen. */
export interface EarningLine {
  readonly amountFen: number
  readonly rateBp: number
}

const FEN_A_YUAN = 100n

/** What the lines of an order earn together at a whole base rate per yuan: rounded down once, on the order's sum. */
export function earned(lines: readonly EarningLine[], perYuan: number): number {
  const weighted = lines.reduce((sum, { amountFen, rateBp }) => sum + BigInt(amountFen) * BigInt(rateBp), 0n)
  return Number((weighted * BigInt(perYuan)) / (FEN_A_YUAN * BigInt(BP_ONE)))
}

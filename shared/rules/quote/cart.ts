import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** Goods of one product with one choice of options, as they lie in the cart. */
export interface CartLine {
  readonly product: string
  readonly category: string | null
  readonly name: Words
  /** The options chosen, in the product's order. */
  readonly options: readonly Words[]
  readonly quantity: number
  /** What one costs everybody. */
  readonly unitListFen: Fen
  /** What one costs this member; null where there is no such price, or it is not for them. */
  readonly unitMemberFen: Fen | null
}

/** What is to be bought, and what bringing it costs before free shipping. */
export interface Cart {
  readonly lines: readonly CartLine[]
  readonly freightFen: Fen
}

/** Throws where an amount is no whole number of fen, or goods are none: a caller checks what people enter. */
export function assertCart({ lines, freightFen }: Cart): void {
  for (const line of lines) {
    assertAtLeast(1, line.quantity, 'quantity')
    assertAtLeast(0, line.unitListFen, 'unitListFen')
    assertAtLeast(0, line.unitMemberFen ?? 0, 'unitMemberFen')
    assertAtLeast(0, line.quantity * line.unitListFen, 'the price of a line')
  }
  assertAtLeast(0, freightFen, 'freightFen')
}

export function assertAtLeast(least: number, amount: number, what: string): void {
  if (!Number.isSafeInteger(amount) || amount < least) throw new RangeError(`${what}: ${amount}`)
}

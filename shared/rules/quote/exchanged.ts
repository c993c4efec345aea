import type { Fen } from '@shared/kernel/fen'
import type { CartLine } from './cart'

/** Goods that an exchange coupon can be for: what a line costs, and how many of it cost nothing already. */
export type Exchangeable = Pick<CartLine, 'quantity'> & {
  readonly pricedFen: Fen
  readonly free: number
  readonly inScope: boolean
}

/** Of each line, how many more cost nothing: the dearest first, of equal ones the earlier line. */
export function exchanged(lines: readonly Exchangeable[], quantity: number): readonly number[] {
  const more = lines.map(() => 0)
  for (let left = quantity; left > 0; left -= 1) {
    const next = lines.map(({ inScope, quantity: all, pricedFen, free }, i) => {
      const place = free + (more[i] ?? 0)
      return inScope && place < all ? unitFen(pricedFen, all, place) : -1
    })
    const dearest = Math.max(...next)
    if (dearest < 0) break
    const at = next.indexOf(dearest)
    more[at] = (more[at] ?? 0) + 1
  }
  return more
}

/** What so many pieces of a line cost, from a place on: fen that cannot be shared evenly go to the first. */
export function piecesFen({ pricedFen, quantity, free }: Exchangeable, more: number): Fen {
  const upTo = (count: number) =>
    count * Math.floor(pricedFen / quantity) + Math.min(count, pricedFen % quantity)
  return upTo(free + more) - upTo(free)
}

const unitFen = (pricedFen: Fen, quantity: number, place: number): Fen =>
  Math.floor(pricedFen / quantity) + (place < pricedFen % quantity ? 1 : 0)

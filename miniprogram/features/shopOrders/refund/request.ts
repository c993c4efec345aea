import type { InputOf } from '@shared/contracts'
import { sumOf } from '@shared/kernel/sumOf'
import type { OrderData } from '../faces'

type Request = InputOf<'shopOrders.askRefund'>['request']
type Left = OrderData['left']

/** Of the lines with anything left, how many of each come back when nothing is chosen yet: none. */
export const noneOf = ({ lines }: Left): readonly number[] => lines.map(() => 0)

/** What is asked for; null while no goods are chosen. */
export function requestOf(all: boolean, quantities: readonly number[]): Request | null {
  if (all) return { of: 'rest' }
  const lines = quantities.flatMap((quantity, line) => (quantity > 0 ? [{ line, quantity }] : []))
  return lines.length === 0 ? null : { of: 'lines', lines, freightFen: 0 }
}

/** What that comes to, in fen, as the shop will reckon it: the last of a line takes what is left of it. */
export function askedFen({ lines, freightFen }: Left, all: boolean, quantities: readonly number[]): number {
  if (all) return sumOf(lines, ({ amountFen }) => amountFen) + freightFen
  const shares = lines.map(({ quantity, amountFen }, line) => {
    const asked = quantities[line] ?? 0
    return quantity === 0 ? 0 : Math.floor((amountFen * asked) / quantity)
  })
  return sumOf(shares, (fen) => fen)
}

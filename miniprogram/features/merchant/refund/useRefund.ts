import { useState } from 'react'

export const WAYS = ['rest', 'lines', 'amount'] as const
export type Way = (typeof WAYS)[number]

/** What is to be refunded, as both kinds of orders are asked for it. */
export type Request =
  | { of: 'rest' }
  | { of: 'lines'; lines: { line: number; quantity: number }[] }
  | { of: 'amount'; amountFen: number }

export interface RefundState {
  readonly way: Way
  /** Pieces of each line, by its place. */
  readonly pieces: readonly number[]
  readonly reason: string
  /** Null while nothing is chosen. */
  readonly request: Request | null
  readonly setWay: (way: Way) => void
  readonly setPieces: (line: number, pieces: number) => void
  readonly setAmount: (fen: number) => void
  readonly setReason: (reason: string) => void
}

/** What somebody of the shop is about to refund. */
export function useRefund(lines: number): RefundState {
  const [way, setWay] = useState<Way>('rest')
  const [pieces, setPieces] = useState<readonly number[]>(() => Array.from({ length: lines }, () => 0))
  const [amountFen, setAmount] = useState(NaN)
  const [reason, setReason] = useState('')
  return {
    way,
    pieces,
    reason,
    request: requestOf(way, pieces, amountFen),
    setWay,
    setPieces: (line, n) => setPieces((before) => before.map((each, at) => (at === line ? n : each))),
    setAmount,
    setReason,
  }
}

function requestOf(way: Way, pieces: readonly number[], amountFen: number): Request | null {
  switch (way) {
    case 'rest':
      return { of: 'rest' }
    case 'lines': {
      const lines = pieces.flatMap((quantity, line) => (quantity > 0 ? [{ line, quantity }] : []))
      return lines.length > 0 ? { of: 'lines', lines } : null
    }
    case 'amount':
      return Number.isNaN(amountFen) ? null : { of: 'amount', amountFen }
  }
}

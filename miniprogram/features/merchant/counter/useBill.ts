import { useState } from 'react'
import type { InputOf } from '@shared/contracts'

type BillInput = InputOf<'counter.quote'>
export type BillLine = BillInput['lines'][number]
type Choices = BillInput['choices']

/** A line as it stands on the page: what it is called, and what goes to the server. */
export interface Entered {
  /** Null for an amount that was typed in. */
  readonly name: string | null
  readonly line: BillLine
}

export interface BillState {
  readonly entered: readonly Entered[]
  /** What is being typed counts already; NaN while it is no amount. */
  readonly typedFen: number
  /** All that is bought. */
  readonly lines: readonly BillLine[]
  readonly choices: Choices
  readonly type: (fen: number) => void
  /** What is typed becomes a line, and another amount can be typed. */
  readonly addTyped: () => void
  readonly add: (entered: Entered) => void
  readonly remove: (at: number) => void
  readonly setBalance: (isUsed: boolean) => void
  readonly setPoints: (points: number) => void
  readonly toggleCoupon: (id: string) => void
}

/** What is bought, and what is chosen to pay with. */
export function useBill(): BillState {
  const [entered, setEntered] = useState<readonly Entered[]>([])
  const [typedFen, setTypedFen] = useState(NaN)
  const [choices, setChoices] = useState<Choices>({ coupons: [], points: 0, balance: { of: 'all' } })
  const choose = (change: Partial<Choices>) => setChoices((before) => ({ ...before, ...change }))
  const typed = Number.isNaN(typedFen) ? [] : [amountLine(typedFen)]
  return {
    entered,
    typedFen,
    lines: [...entered.map(({ line }) => line), ...typed],
    choices,
    type: setTypedFen,
    addTyped: () => {
      setEntered((before) => [...before, ...typed.map((line) => ({ name: null, line }))])
      setTypedFen(NaN)
    },
    add: (one) => setEntered((before) => withOne(before, one)),
    remove: (at) => setEntered((before) => before.filter((_, place) => place !== at)),
    setBalance: (isUsed) => choose({ balance: { of: isUsed ? 'all' : 'none' } }),
    setPoints: (points) => choose({ points }),
    toggleCoupon: (id) => setChoices((before) => ({ ...before, coupons: toggled(before.coupons, id) })),
  }
}

const amountLine = (amountFen: number): BillLine => ({ of: 'amount', amountFen, quantity: 1, category: null })

const toggled = (coupons: readonly string[], id: string): string[] =>
  coupons.includes(id) ? coupons.filter((each) => each !== id) : [...coupons, id]

/** The same goods once more are one piece more. */
function withOne(before: readonly Entered[], one: Entered): readonly Entered[] {
  const { line } = one
  if (line.of === 'amount') return [...before, one]
  const same = before.findIndex((each) => each.line.of === 'goods' && each.line.sku === line.sku)
  if (same < 0) return [...before, one]
  return before.map((each, at) =>
    at === same ? { ...each, line: { ...each.line, quantity: each.line.quantity + line.quantity } } : each,
  )
}

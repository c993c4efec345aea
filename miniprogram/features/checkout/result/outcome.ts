import type { OutputOf } from '@shared/contracts'

type State = OutputOf<'shopOrders.read'>['order']['state']

/** How an order's payment came out, for who has just left the sheet. */
export type Outcome = 'paid' | 'confirming' | 'waiting' | 'cancelled'

const OUTCOMES: Readonly<Record<State, Outcome>> = {
  awaitingPayment: 'waiting',
  paid: 'paid',
  shipped: 'paid',
  received: 'paid',
  refunded: 'paid',
  cancelled: 'cancelled',
}

/** The sheet may know of a payment before the shop does: until that is asked, it is being confirmed. */
export function outcomeOf(state: State, isConfirming: boolean): Outcome {
  const outcome = OUTCOMES[state]
  return outcome === 'waiting' && isConfirming ? 'confirming' : outcome
}

import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { SpendingOrder } from '../wallet/settings'
import type { ShortRefusal } from '../wallet/spend'
import { split } from '../wallet/split'
import { totalFenOf, type Funds } from '../wallet/wallet'
import { assertAtLeast } from './cart'

/** How much of the stored value is to be used: none, as far as it reaches, or up to an amount. */
export type BalanceChoice =
  { readonly of: 'none' } | { readonly of: 'all' } | { readonly of: 'upTo'; readonly amountFen: Fen }

/** Step 5: what of each kind is spent on an order; never more than is payable. Refuses an amount that is not free. */
export function balanceStep(
  free: Funds,
  choice: BalanceChoice,
  payableFen: Fen,
  order: SpendingOrder,
): Result<Funds, ShortRefusal> {
  const freeFen = totalFenOf(free)
  const wantedFen = wanted(choice, freeFen)
  assertAtLeast(0, wantedFen, 'balance wanted')
  if (wantedFen > freeFen) return refuse({ code: 'WALLET_SHORT', freeFen, missingFen: wantedFen - freeFen })
  return ok(split(Math.min(wantedFen, payableFen), free, order))
}

function wanted(choice: BalanceChoice, freeFen: Fen): Fen {
  switch (choice.of) {
    case 'none':
      return 0
    case 'all':
      return freeFen
    case 'upTo':
      return choice.amountFen
  }
}

import { allocate } from '@shared/kernel/allocate'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { assertAtLeast } from './cart'

/** Stored value: money that was paid in, and money that was given. */
export interface Wallet {
  readonly principalFen: Fen
  readonly bonusFen: Fen
}

/** Which of the two is spent first. */
export type WalletSplit = 'proportional' | 'principalFirst' | 'bonusFirst'

/** How much of the stored value is to be used: none, as far as it reaches, or up to an amount. */
export type BalanceChoice =
  { readonly of: 'none' } | { readonly of: 'all' } | { readonly of: 'upTo'; readonly amountFen: Fen }

export interface BalanceRefusal {
  readonly code: 'BALANCE_MISSING'
  readonly missingFen: Fen
}

/** Step 5: what of each is spent on an order; never more than is payable. Refuses an amount that is not there. */
export function fromWallet(
  wallet: Wallet,
  choice: BalanceChoice,
  payableFen: Fen,
  split: WalletSplit,
): Result<Wallet, BalanceRefusal> {
  const thereFen = wallet.principalFen + wallet.bonusFen
  const wantedFen = wanted(choice, thereFen)
  assertAtLeast(0, wantedFen, 'balance wanted')
  if (wantedFen > thereFen) return refuse({ code: 'BALANCE_MISSING', missingFen: wantedFen - thereFen })
  return ok(SPLITS[split](wallet, Math.min(wantedFen, payableFen)))
}

function wanted(choice: BalanceChoice, thereFen: Fen): Fen {
  switch (choice.of) {
    case 'none':
      return 0
    case 'all':
      return thereFen
    case 'upTo':
      return choice.amountFen
  }
}

const SPLITS: Readonly<Record<WalletSplit, (wallet: Wallet, amountFen: Fen) => Wallet>> = {
  // A fen that cannot be shared comes from the bonus: what was paid in can be had back, so it is kept longer.
  proportional: ({ principalFen, bonusFen }, amountFen) => {
    const [bonus = 0, principal = 0] = allocate(amountFen, [bonusFen, principalFen])
    return { principalFen: principal, bonusFen: bonus }
  },
  principalFirst: ({ principalFen }, amountFen) => {
    const principal = Math.min(principalFen, amountFen)
    return { principalFen: principal, bonusFen: amountFen - principal }
  },
  bonusFirst: ({ bonusFen }, amountFen) => {
    const bonus = Math.min(bonusFen, amountFen)
    return { principalFen: amountFen - bonus, bonusFen: bonus }
  },
}

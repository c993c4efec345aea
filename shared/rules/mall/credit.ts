import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import { addLot } from '../wallet/lots'
import type { Wallet } from '../wallet/wallet'
import type { Redemption } from './redemption'

/** What a redemption adds to the wallet; 0 for one of something else. */
const creditFen = ({ gives, quantity }: Pick<Redemption, 'gives' | 'quantity'>): Fen =>
  gives.of === 'walletCredit' ? gives.bonusFen * quantity : 0

/** The wallet with what was redeemed for points, as bonus in a lot of its own. Throws when it is there already. */
export function withCredit(
  wallet: Wallet,
  redemption: Redemption,
  { today, at }: { readonly today: Day; readonly at: Instant },
): { readonly wallet: Wallet; readonly legs: readonly Leg[] } {
  const id = `redemption:${redemption._id}`
  const bonusFen = creditFen(redemption)
  if (bonusFen === 0) return { wallet, legs: [] }
  if (wallet.lots.some((lot) => lot.id === id))
    throw new Error(`redemption ${redemption._id} is credited already`)
  const lot = { id, day: today, at, paidBy: null, paidFen: 0, principalFen: 0, givenFen: bonusFen, bonusFen }
  return { wallet: addLot(wallet, lot), legs: move('store.bonusIssued', 'bonus', 'fen', bonusFen) }
}

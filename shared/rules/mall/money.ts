import type { Fen } from '@shared/kernel/fen'
import { ok, type Result } from '@shared/kernel/result'
import type { Leg } from '../account/entry'
import { paidBackLegs, paidLegs } from '../orders/tender'
import { balanceStep, type BalanceChoice } from '../quote/balanceStep'
import { NOTHING, type Paid } from '../quote/paid'
import type { SpendingOrder } from '../wallet/settings'
import type { ShortRefusal } from '../wallet/spend'
import type { Funds } from '../wallet/wallet'

/** What pays for the money part: stored value first, as of an order, the rest by WeChat Pay. None left is paid at once. */
export function payingFor(
  fen: Fen,
  choice: BalanceChoice,
  free: Funds,
  order: SpendingOrder,
): Result<Paid, ShortRefusal> {
  const spent = balanceStep(free, choice, fen, order)
  if (!spent.ok) return spent
  const { principalFen: principal, bonusFen: bonus } = spent.value
  return ok({ principal, bonus, wechat: fen - principal - bonus })
}

/** The money part is a sale of the shop's, brought without freight. */
export const moneyLegs = (paid: Paid): readonly Leg[] =>
  paidLegs('store.cash.wechat', { goods: paid, freight: NOTHING })

/** All of it goes back the way it was paid. */
export const moneyBackLegs = (paid: Paid): readonly Leg[] =>
  paidBackLegs('store.cash.wechat', { goods: paid, freight: NOTHING })

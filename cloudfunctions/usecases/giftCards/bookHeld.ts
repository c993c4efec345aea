import type { Account } from '@shared/rules/account/account'
import { bookBought } from '@shared/rules/giftCards/book'
import type { GiftCard } from '@shared/rules/giftCards/card'
import type { Occasion } from '@shared/rules/orders/recordSale'
import type { Settings } from '@shared/rules/settings/settings'
import { payHeld, release } from '@shared/rules/wallet/hold'
import { walletOf } from '@shared/rules/wallet/wallet'

/** Books a purchase with what its buyer's wallet holds for it; WeChat Pay paid the rest. */
export function bookHeld(
  account: Account,
  purchaseId: string,
  cards: readonly GiftCard[],
  settings: Settings,
  occasion: Occasion,
): ReturnType<typeof bookBought> {
  if (!holds(account, purchaseId))
    return bookBought(account, { purchaseId, cards, parts: [] }, settings, occasion)
  const { wallet, parts } = payHeld(walletOf(account), purchaseId)
  return bookBought({ ...account, wallet }, { purchaseId, cards, parts }, settings, occasion)
}

/** The account once nothing is held for a purchase any more. */
export const withoutHold = (account: Account, purchaseId: string): Account =>
  holds(account, purchaseId) ? { ...account, wallet: release(walletOf(account), purchaseId) } : account

const holds = (account: Account, purchaseId: string): boolean =>
  walletOf(account).holds.some(({ orderId }) => orderId === purchaseId)

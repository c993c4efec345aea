import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import { post } from '../account/post'
import type { Occasion } from '../orders/recordSale'
import type { Settings } from '../settings/settings'
import type { RefundGround } from './basis'
import { returnedLegs } from './legs'
import { putBack } from './lots'
import type { RefundPart, WalletRefund } from './refund'
import { fundsOf, walletOf } from './wallet'

/** The cause of a refund of the wallet: asked for again it is the same one. */
export const walletRefundCause = (refundId: string): string => `walletRefund:${refundId}`

/** The cause of what came back of one, since WeChat Pay refused to pay out that top-up. */
const returnCause = (refundId: string, topUpId: string): string =>
  `walletRefund:${refundId}:returned:${topUpId}`

/** Takes a refund out of the wallet, before anybody is asked to pay it out. */
export function bookRefund(
  account: Account,
  { refundId, refund, ground }: { refundId: string; refund: WalletRefund; ground: RefundGround },
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  const { wallet, legs, parts } = refund
  return post(
    { ...account, wallet },
    {
      _id: walletRefundCause(refundId),
      kind: 'walletRefunded',
      at,
      day: today,
      recordedAt: at,
      source: `walletRefund:${refundId}`,
      reason: refundWords(fundsOf(parts).principalFen),
      legs,
      lots: [],
      basis: { of: 'walletRefund', refundId, ground, parts },
      rule: { topic: 'wallet', version: settings.wallet.version },
      by,
    },
    settings,
  )
}

/** Puts back what of a refund could not be paid out: into the top-up that it came from, bonus and all. */
export function returnRefund(
  account: Account,
  refundId: string,
  part: RefundPart,
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  const wallet = walletOf(account)
  const { lotId, principalFen, bonusFen, payBack } = part
  const back = yuanText(principalFen)
  return post(
    { ...account, wallet: { ...wallet, lots: putBack(wallet.lots, [part]) } },
    {
      _id: returnCause(refundId, lotId),
      kind: 'walletRefundReturned',
      at,
      day: today,
      recordedAt: at,
      source: `walletRefund:${refundId}`,
      reason: { zh: `储值退款未成功，退回 ${back} 元`, en: `Refund not paid out: ¥${back} put back` },
      legs: returnedLegs(part, payBack),
      lots: [],
      basis: { of: 'walletRefundReturned', refundId, parts: [{ lotId, principalFen, bonusFen }] },
      rule: { topic: 'wallet', version: settings.wallet.version },
      by,
    },
    settings,
  )
}

function refundWords(principalFen: number): Words {
  const out = yuanText(principalFen)
  return { zh: `储值退款 ${out} 元`, en: `Stored value refunded, ¥${out}` }
}

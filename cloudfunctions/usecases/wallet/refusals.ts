import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import type { TopUpRefusal } from '@shared/rules/wallet/offer'
import type { WalletRefundRefusal } from '@shared/rules/wallet/refund'

/** Why a top-up can't be had, with what its words name. */
export function topUpRefusal(refusal: TopUpRefusal): Refusal<TopUpRefusal['code']> {
  const { code } = refusal
  switch (refusal.code) {
    case 'TOP_UP_LIMIT':
      return { code, data: { most: refusal.most } }
    case 'TOP_UP_TOO_LITTLE':
      return { code, data: { least: yuanText(refusal.leastFen), leastFen: refusal.leastFen } }
    case 'TOP_UP_CEILING': {
      const { roomFen, mostFen } = refusal
      return { code, data: { most: yuanText(mostFen), room: yuanText(roomFen), mostFen, roomFen } }
    }
    case 'TOP_UP_WAITING':
      return { code, data: { topUpId: refusal.topUpId } }
    default:
      return { code }
  }
}

/** Nothing at all to give back is more than there is, too. */
export function tooMuch(refusal: WalletRefundRefusal): Refusal<'WALLET_REFUND_TOO_MUCH'> {
  const leftFen = 'leftFen' in refusal ? refusal.leftFen : 0
  return { code: 'WALLET_REFUND_TOO_MUCH', data: { left: yuanText(leftFen), leftFen } }
}

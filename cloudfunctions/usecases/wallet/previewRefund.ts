import { ok, refuse } from '@shared/kernel/result'
import { refundByShop } from '@shared/rules/wallet/refund'
import { freeFunds, fundsOf, totalFenOf, walletOf } from '@shared/rules/wallet/wallet'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { refundFace } from './refundFace'
import { tooMuch } from './refusals'

export const previewRefund: UseCase<'wallet.previewRefund'> = async (call, { member, principalFen }) => {
  const account = await readAccount(call.cloud, member)
  if (!account?.joined) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const wallet = walletOf(account)
  const [funds, free] = [fundsOf(wallet.lots), freeFunds(wallet)]
  const refund = refundByShop(wallet, principalFen ?? free.principalFen, call.today)
  if (!refund.ok && refund.error.code !== 'WALLET_REFUND_NOTHING') return refuse(tooMuch(refund.error))
  return ok({
    ...funds,
    heldFen: totalFenOf(funds) - totalFenOf(free),
    lots: wallet.lots
      .filter((lot) => totalFenOf(lot) > 0)
      .map(({ id, day, paidBy, paidFen, givenFen, principalFen: left, bonusFen }) => ({
        id,
        day,
        paidBy,
        paidFen,
        givenFen,
        principalFen: left,
        bonusFen,
      })),
    refund: refund.ok ? refundFace(wallet, refund.value.parts) : null,
  })
}

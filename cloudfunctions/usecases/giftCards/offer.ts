import { ok, refuse } from '@shared/kernel/result'
import { freeFunds, walletOf } from '@shared/rules/wallet/wallet'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { designFace } from './faces'
import { freshSettings } from './freshSettings'

export const offer: UseCase<'giftCards.offer'> = async (call) => {
  const [account, { giftCards, wallet }] = await Promise.all([
    readAccount(call.cloud, call.memberId),
    freshSettings(call),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { isOn, designs, amounts, anyAmount, mostAtOnce, takesBalance } = giftCards
  return ok({
    isOn,
    canPay: call.payments('giftCard') !== null,
    designs: designs.filter((design) => design.isOn).map(({ id }) => designFace(giftCards, id)),
    amounts: [...amounts],
    anyAmount,
    mostAtOnce,
    balanceFen: takesBalance ? freeFunds(walletOf(account)).principalFen : null,
    bearerYears: wallet.prepaid.bearerYears,
  })
}

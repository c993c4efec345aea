import { ok, refuse } from '@shared/kernel/result'
import { fundsOf, walletOf } from '@shared/rules/wallet/wallet'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { freshSettings } from './freshSettings'
import { readGiftTemplates } from './giftTemplates'
import { offerFace } from './offerFace'

export const offer: UseCase<'wallet.offer'> = async (call, { member }) => {
  const [account, { wallet: settings }] = await Promise.all([
    readAccount(call.cloud, member),
    freshSettings(call),
  ])
  if (!account?.joined) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const templates = await readGiftTemplates(call.cloud, settings)
  const wallet = walletOf(account)
  return ok({ ...fundsOf(wallet.lots), ...offerFace(wallet, settings, templates, call.today) })
}

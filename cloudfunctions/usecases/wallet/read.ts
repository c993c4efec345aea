import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import { ok, refuse } from '@shared/kernel/result'
import { refundableByRight, refundByRight } from '@shared/rules/wallet/refund'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import { freeFunds, fundsOf, totalFenOf, walletOf, type Wallet } from '@shared/rules/wallet/wallet'
import { comingConversion } from '@shared/rules/wallet/yearEnd'
import { becomesWords } from '@shared/rules/wallet/yearEndMessages'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { freshSettings } from './freshSettings'
import { readGiftTemplates } from './giftTemplates'
import { offerFace } from './offerFace'
import { refundFace } from './refundFace'
import { TOP_UP_MS } from './topUp'

type Output = OutputOf<'wallet.read'>

export const read: UseCase<'wallet.read'> = async (call) => {
  const { cloud, memberId, today } = call
  const [account, { wallet: settings }] = await Promise.all([
    readAccount(cloud, memberId),
    freshSettings(call),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const templates = await readGiftTemplates(cloud, settings)
  const wallet = walletOf(account)
  const funds = fundsOf(wallet.lots)
  return ok({
    today,
    ...funds,
    heldFen: totalFenOf(funds) - totalFenOf(freeFunds(wallet)),
    canPay: call.payments('storedValue') !== null,
    ...offerFace(wallet, settings, templates, today),
    mostFen: settings.prepaid.mostFen,
    waiting: wallet.waiting.map(({ id, at, terms }) => ({
      topUpId: id,
      payFen: terms.payFen,
      bonusFen: terms.gift.bonusFen,
      planName: terms.planName,
      expiresAt: at + TOP_UP_MS,
    })),
    refundable: refundable(wallet, settings, today),
    refundDays: settings.prepaid.refundDays,
    yearEnd: yearEnd(wallet, settings),
  })
}

/** Each top-up that can be had back by right, as if all that is left of it were. */
function refundable(wallet: Wallet, { prepaid }: WalletSettings, today: Day): Output['refundable'] {
  return refundableByRight(wallet, prepaid, today).flatMap(({ topUpId, leftFen, lastDay }) => {
    const all = refundByRight(wallet, { topUpId, principalFen: leftFen }, prepaid, today)
    if (!all.ok) return []
    const paidFen = wallet.lots.find(({ id }) => id === topUpId)?.paidFen ?? leftFen
    return refundFace(wallet, all.value.parts).parts.map((part) => ({ ...part, paidFen, lastDay }))
  })
}

function yearEnd(wallet: Wallet, settings: WalletSettings): Output['yearEnd'] {
  const coming = comingConversion(wallet, settings)
  return coming && { ...coming, becomes: becomesWords(coming.becomes) }
}

import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Entry } from '@shared/rules/account/entry'
import { bookTopUp, topUpCause } from '@shared/rules/wallet/bookTopUp'
import type { TopUpRefusal } from '@shared/rules/wallet/offer'
import { walletOf } from '@shared/rules/wallet/wallet'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { UseCase } from '../../runtime/call'
import { agreedTerms } from './agreedTerms'
import { freshSettings } from './freshSettings'
import { readGiftTemplates } from './giftTemplates'
import { topUpIdOf } from './topUpIds'

type Code = TopUpRefusal['code'] | 'WALLET_AGREEMENT_CHANGED' | 'MEMBER_NOT_FOUND'
type Outcome = Result<OutputOf<'wallet.recordTopUp'>, Refusal<Code>>

export const recordTopUp: UseCase<'wallet.recordTopUp'> = async (call, { member, ...agreed }) => {
  const { today, at } = call
  const settings = await freshSettings(call)
  const templates = await readGiftTemplates(call.cloud, settings.wallet)
  const id = topUpIdOf(call)
  return transactOnAccount<{ entry: Entry }, Outcome>(
    call,
    member,
    { entry: { collection: 'journal', id: topUpCause(id) } },
    settings,
    (account, { entry }) => {
      if (!account?.joined) return { answer: refuse({ code: 'MEMBER_NOT_FOUND' }) }
      if (entry) return { answer: ok(answerOf(entry)) }
      const terms = agreedTerms(walletOf(account), agreed, settings.wallet, templates, today)
      if (!terms.ok) return { answer: terms }
      const by = `staff:${call.memberId}` as const
      const paid = { id, terms: terms.value, paidBy: 'counter' } as const
      const next = bookTopUp(account, paid, settings, { today, at, by })
      const booked = next.tail.find(({ _id }) => _id === topUpCause(id))
      if (!booked) throw new Error(`top-up ${id} left no entry`)
      return { next, answer: ok(answerOf(booked)) }
    },
  )
}

function answerOf({ basis, after }: Entry): OutputOf<'wallet.recordTopUp'> {
  if (basis.of !== 'topUp') throw new Error('a top-up was recorded, but its entry is none')
  const { topUpId, paidFen, bonusFen } = basis
  return { topUpId, payFen: paidFen, bonusFen, balances: after }
}

import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { bookByHand } from '@shared/rules/payments/bookByHand'
import { asSettledByHand, type Refund } from '@shared/rules/payments/refund'
import { readRefund } from '../../database/refunds'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { UseCase } from '../../runtime/call'
import { refundFace } from './refundFace'

type Outcome = Result<
  OutputOf<'payments.settleRefundByHand'>,
  Refusal<'WECHAT_REFUND_NOT_FOUND' | 'WECHAT_REFUND_NOT_REFUSED'>
>

/** The entry and the end of the refund in one commit: paid out once, and never asked of WeChat again. */
export const settleRefundByHand: UseCase<'payments.settleRefundByHand'> = async (call, { id, note }) => {
  const { cloud, memberId, at, today } = call
  const known = await readRefund(cloud, id)
  if (!known) return refuse({ code: 'WECHAT_REFUND_NOT_FOUND' })
  const settings = await call.settings()
  const occasion = { today, at, by: `staff:${memberId}` } as const
  return transactOnAccount<{ refund: Refund }, Outcome>(
    call,
    known.member,
    { refund: { collection: 'refunds', id } },
    settings,
    (account, { refund }) => {
      if (!account || !refund) return { answer: refuse({ code: 'WECHAT_REFUND_NOT_FOUND' }) }
      if (refund.state === 'byHand' && refund.byHand.by === memberId && refund.byHand.note === note)
        return { answer: ok({ refund: refundFace(refund) }) }
      if (refund.state !== 'refused') return { answer: refuse({ code: 'WECHAT_REFUND_NOT_REFUSED' }) }
      const settled = asSettledByHand(refund, { by: memberId, at, note })
      return {
        next: bookByHand(account, refund, note, settings, occasion),
        documents: { refund: settled },
        answer: ok({ refund: refundFace(settled) }),
      }
    },
  )
}

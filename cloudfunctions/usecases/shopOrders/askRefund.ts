import { refuse } from '@shared/kernel/result'
import { askRefund as decide } from '@shared/rules/shopOrders/refundAsked'
import type { UseCase } from '../../runtime/call'
import { changeOwn } from './changeOwn'
import { splitRefusal } from './refusals'
import { requestOf } from './requests'

export const askRefund: UseCase<'shopOrders.askRefund'> = (call, { orderId, request, reason }) =>
  changeOwn(call, orderId, (order) => {
    const wanted = requestOf(request)
    const asked = decide(order, wanted, reason, call)
    if (asked.ok) return asked
    const { error } = asked
    return refuse(error.code === 'REFUND_ASKED' ? error : splitRefusal(error, order, wanted))
  })

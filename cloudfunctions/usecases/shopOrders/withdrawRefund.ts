import { refuse } from '@shared/kernel/result'
import { withdrawRefund as decide } from '@shared/rules/shopOrders/refundAsked'
import type { UseCase } from '../../runtime/call'
import { changeOwn } from './changeOwn'
import { inState } from './refusals'

export const withdrawRefund: UseCase<'shopOrders.withdrawRefund'> = (call, { orderId }) =>
  changeOwn(call, orderId, (order) => {
    const withdrawn = decide(order, call.at)
    return withdrawn.ok ? withdrawn : refuse(inState(withdrawn.error))
  })

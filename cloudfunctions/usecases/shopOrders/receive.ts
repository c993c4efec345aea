import { refuse } from '@shared/kernel/result'
import { receiveOrder } from '@shared/rules/shopOrders/deliver'
import type { UseCase } from '../../runtime/call'
import { changeOwn } from './changeOwn'
import { inState } from './refusals'

export const receive: UseCase<'shopOrders.receive'> = (call, { orderId }) =>
  changeOwn(call, orderId, (order) => {
    const received = receiveOrder(order, 'received', call.at)
    return received.ok ? received : refuse(inState(received.error))
  })

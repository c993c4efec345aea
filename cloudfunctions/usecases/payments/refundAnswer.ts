import {
  asDone,
  asProcessing,
  asRefused,
  asTriedInVain,
  type Refund,
  type RefundFault,
} from '@shared/rules/payments/refund'
import { moveRefund, readRefund } from '../../database/refunds'
import type { RefundState as WeChatState } from '../../wechat/pay/payments'
import type { PayRefusal } from '../../wechat/pay/payRefusal'
import type { PayDesk } from './desk'
import { ownerOf } from './owners'

type Said = Omit<WeChatState, 'outRefundNo'>

/** Acts on how WeChat says that a refund stands. `refused`: it is not what was asked for, and a person must look. */
export async function takeRefundState(
  desk: PayDesk,
  refund: Refund,
  said: Said,
): Promise<'taken' | 'refused'> {
  const odd = whatIsOdd(refund, said)
  if (odd) {
    desk.alert(new Error(`refund ${refund._id}: ${odd}`))
    return 'refused'
  }
  await TAKE[said.status](desk, refund, said)
  return 'taken'
}

function whatIsOdd({ payment, refundFen, state }: Refund, said: Said): string | null {
  if (said.outTradeNo !== payment) return 'WeChat says that it is of another payment'
  if (said.refundFen !== refundFen)
    return `WeChat says ${said.refundFen} fen, and ${refundFen} were asked for; nothing was booked`
  const isOver = state === 'byHand' || state === 'returned'
  return isOver && said.status === 'done'
    ? 'WeChat gave back what had been settled another way: given twice'
    : null
}

const isUnderWay = ({ state }: Refund) => state === 'asked' || state === 'processing'

type Take = (desk: PayDesk, refund: Refund, said: Said) => Promise<unknown>

const TAKE: Readonly<Record<Said['status'], Take>> = {
  processing: async ({ cloud, at }, refund) =>
    isUnderWay(refund) && moveRefund(cloud, refund, asProcessing(refund, at)),
  done: ({ cloud, at }, refund, { refundId, doneAt }) =>
    moveRefund(cloud, refund, asDone(refund, { refundId, doneAt: doneAt ?? at })),
  abnormal: async (desk, refund) =>
    isUnderWay(refund) && leaveToPerson(desk, refund, faultOf('abnormal', desk)),
  closed: async (desk, refund) => isUnderWay(refund) && giveUp(desk, refund, faultOf('closed', desk)),
}

const faultOf = (kind: 'abnormal' | 'closed', { at }: PayDesk): RefundFault => ({
  kind,
  code: kind.toUpperCase(),
  message: '',
  at,
})

/** To be asked again: WeChat did not say that it is done, nor that it will not be. */
export async function tryLater(
  { cloud, at }: PayDesk,
  refund: Refund,
  { code, message }: PayRefusal,
): Promise<void> {
  await moveRefund(cloud, refund, asTriedInVain(refund, `${code} ${message}`.trim(), at))
}

/**
 * WeChat gives nothing back, for certain. What was taken out for it is put back by whoever took it out; what came late
 * was taken out of nothing, and is owed to the payer until a person settles it.
 */
export async function giveUp(desk: PayDesk, refund: Refund, fault: RefundFault): Promise<void> {
  if (refund.why === 'late') return leaveToPerson(desk, refund, fault)
  await ownerOf(refund).refundRefused(desk, await desk.settings(), refund, fault)
  const after = await readRefund(desk.cloud, refund._id)
  if (after && isUnderWay(after)) throw new Error(`refund ${refund._id} was refused, and nobody took notice`)
  if (after?.state === 'refused') tell(desk, after._id, fault)
}

async function leaveToPerson(desk: PayDesk, refund: Refund, fault: RefundFault): Promise<void> {
  await moveRefund(desk.cloud, refund, asRefused(refund, fault))
  tell(desk, refund._id, fault)
}

function tell({ alert }: PayDesk, id: string, { kind, code, message }: RefundFault): void {
  alert(new Error(`refund ${id} needs a person: ${kind} ${code} ${message}`))
}

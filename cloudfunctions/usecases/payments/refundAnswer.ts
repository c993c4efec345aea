import {
  asDone,
  asProcessing,
  asRefused,
  asTriedInVain,
  type Refund,
  type RefundFault,
} from '@shared/rules/payments/refund'
import { changeRefund, readRefund } from '../../database/refunds'
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
  const fault = FAULTS[said.status]
  if (!fault) await changeRefund(desk.cloud, refund._id, (now) => movedOn(now, said, desk.at))
  else if (isUnderWay(refund)) await FAULT_ENDS[fault](desk, refund, faultOf(fault, desk))
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

/** While WeChat answered somebody, its notice may have said more. */
function movedOn(now: Refund, said: Said, at: number): Refund {
  if (said.status === 'processing') return isUnderWay(now) ? asProcessing(now, at) : now
  return whatIsOdd(now, said) ? now : asDone(now, { refundId: said.refundId, doneAt: said.doneAt ?? at })
}

const FAULTS = { processing: null, done: null, abnormal: 'abnormal', closed: 'closed' } as const

const FAULT_ENDS = { abnormal: leaveToPerson, closed: giveUp }

const faultOf = (kind: 'abnormal' | 'closed', { at }: PayDesk): RefundFault => ({
  kind,
  code: kind.toUpperCase(),
  message: '',
  at,
})

/** To be asked again: WeChat did not say that it is done, nor that it will not be. Of many who asked at once one writes it down. */
export async function tryLater(
  { cloud, at }: PayDesk,
  { _id, tries }: Pick<Refund, '_id' | 'tries'>,
  { code, message }: Pick<PayRefusal, 'code' | 'message'>,
): Promise<void> {
  const said = `${code} ${message}`.trim()
  await changeRefund(cloud, _id, (now) =>
    isUnderWay(now) && now.tries === tries ? asTriedInVain(now, said, at) : now,
  )
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

async function leaveToPerson(desk: PayDesk, { _id }: Refund, fault: RefundFault): Promise<void> {
  await changeRefund(desk.cloud, _id, (now) => (isUnderWay(now) ? asRefused(now, fault) : now))
  tell(desk, _id, fault)
}

function tell({ alert }: PayDesk, id: string, { kind, code, message }: RefundFault): void {
  alert(new Error(`refund ${id} needs a person: ${kind} ${code} ${message}`.trim()))
}

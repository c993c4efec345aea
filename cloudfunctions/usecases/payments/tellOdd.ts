import type { PayRefusal } from '../../wechat/pay/payRefusal'
import type { PayDesk } from './desk'

/** A payment that nobody asked WeChat for is unknown there; a line that is down is no news. */
const ORDINARY: readonly PayRefusal['reason'][] = ['notFound', 'askAgain']

/** Raises an alert about an answer that none of ours should get. */
export function tellOdd(desk: PayDesk, number: string, { reason, code, message }: PayRefusal): void {
  if (ORDINARY.includes(reason)) return
  desk.alert(new Error(`WeChat Pay about ${number}: ${reason} ${code} ${message}`))
}

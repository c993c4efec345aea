import type { PayWay, ProductKind } from '@shared/kernel/productKind'
import type { Payments } from '../wechat/pay/payments'
import { readPaySettings } from '../wechat/pay/paySettings'
import { PLATFORMS, payWayOf } from '../wechat/pay/payWay'
import { weChatPayments } from '../wechat/pay/weChatPayments'

/**
 * How a kind of thing is paid for by WeChat; null when it cannot be: the shop takes no WeChat Pay, or WeChat asks for
 * a way that is not built. `way` is the shop's own choice for it; without one WeChat's holds. Throws when the shop is set up
 * by half.
 */
export type PaymentsOf = (kind: ProductKind, way?: PayWay) => Payments | null

/** On which platform the payer is nobody knows here: what differs between them can be sold on none. */
export const paymentsOf: PaymentsOf = (kind, way) =>
  PLATFORMS.every((platform) => (way ?? payWayOf(kind, platform)) === 'jsapi') ? byJsapi() : null

let instance: Payments | null | undefined

/** Read once an instance, on the first call that pays: most calls do without keys. */
function byJsapi(): Payments | null {
  if (instance === undefined) {
    const settings = readPaySettings(process.env)
    instance = settings && weChatPayments(settings)
  }
  return instance
}

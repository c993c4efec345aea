import { Formatter, Rsa } from './library'
import type { PaymentParameters } from './payments'
import type { PaySettings } from './paySettings'

/** What `wx.requestPayment` wants: four lines signed with the merchant's key. */
export function paymentParameters(
  { appid, privateKey }: PaySettings,
  prepayId: string,
  at: number,
): PaymentParameters {
  const timeStamp = String(Math.floor(at / 1000))
  const nonceStr = Formatter.nonce()
  const prepay = `prepay_id=${prepayId}`
  const lines = Formatter.joinedByLineFeed(appid, timeStamp, nonceStr, prepay)
  const paySign = Rsa.sign(lines, Rsa.fromPkcs8(privateKey))
  return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign }
}

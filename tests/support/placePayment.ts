import { newPayment, type Payment } from '@shared/rules/payments/payment'
import { newRefund } from '@shared/rules/payments/refund'
import { getById, insert } from '../../cloudfunctions/database/documentAccess'
import { prepayOf } from '../../cloudfunctions/usecases/payments/prepay'
import type { PayShop } from './payShop'

export const PAYMENT_FEN = 21_000

/** A payment in the store, for which WeChat was asked unless told otherwise. */
export async function placePayment(
  shop: PayShop,
  member: string,
  outTradeNo: string,
  { isAsked = true } = {},
): Promise<void> {
  const payment = newPayment(
    {
      outTradeNo,
      for: { of: 'shopOrder', orderId: outTradeNo },
      member,
      openid: 'oMei',
      kind: 'goods',
      description: '拿铁',
      amountFen: PAYMENT_FEN,
      expiresAt: Date.now() + 15 * 60_000,
    },
    Date.now(),
  )
  await insert(shop.cloud, 'payments', payment)
  if (isAsked) expect(await prepayOf(shop.desk(), payment)).toMatchObject({ ok: true })
}

/** A payment that was made and booked. */
export async function payPayment(shop: PayShop, member: string, outTradeNo: string): Promise<void> {
  await placePayment(shop, member, outTradeNo)
  expect(await shop.decide(outTradeNo, 'success')).toBe(true)
}

/** A refund of a payment, for which WeChat was not asked yet. */
export async function placeRefund(
  shop: PayShop,
  outTradeNo: string,
  outRefundNo: string,
  refundFen: number,
): Promise<void> {
  const payment = await getById<Payment>(shop.cloud, 'payments', outTradeNo)
  const refund = newRefund(payment!, { outRefundNo, refundFen, reason: '退货' }, Date.now())
  await insert(shop.cloud, 'refunds', refund)
}

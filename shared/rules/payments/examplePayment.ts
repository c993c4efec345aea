import { startOfDay } from '@shared/kernel/businessDay'
import type { NewPayment, Receipt } from './payment'

/** For tests: an order of 210 yuan, to be paid within a quarter of an hour. */
export const AT = startOfDay('2026-03-01') + 36_000_000

export const ASKED: NewPayment<'shopOrder'> = {
  outTradeNo: 'S1',
  for: { of: 'shopOrder', orderId: 'S1' },
  member: 'm1',
  openid: 'o1',
  kind: 'goods',
  description: '拿铁',
  amountFen: 21_000,
  expiresAt: AT + 15 * 60_000,
}

export const RECEIPT: Receipt = { transactionId: '42', amountFen: 21_000, paidAt: AT + 1_000 }

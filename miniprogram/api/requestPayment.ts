import { localPaymentSheet } from './localPaymentSheet'
import type { PaymentSheet } from './paymentSheet'
import { weChatPaymentSheet } from './weChatPaymentSheet'

/** The local stack has a sheet of its own, in a browser and in a WeChat build pointed at it. */
export const requestPayment: PaymentSheet =
  process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL !== '' ? localPaymentSheet : weChatPaymentSheet

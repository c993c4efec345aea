import Taro from '@tarojs/taro'
import type { PaymentSheet } from './paymentSheet'

export const weChatPaymentSheet: PaymentSheet = async (parameters) => {
  try {
    await Taro.requestPayment(parameters)
    return 'done'
  } catch (error) {
    return String((error as { errMsg?: unknown } | null)?.errMsg).includes('cancel') ? 'cancelled' : 'failed'
  }
}

import type { GiftCard } from '@shared/rules/giftCards/card'
import type { PayDesk } from '../payments/desk'
import { askRefund } from '../payments/askRefund'
import { outRefundNoOf } from './ids'

/** Asks WeChat at once for what it is to give back of a card; what it does not take now the timer asks again. */
export async function askBack(desk: PayDesk, { _id, end }: GiftCard): Promise<void> {
  if (!end || end.back.wechatFen === 0) return
  try {
    await askRefund(desk, outRefundNoOf(_id))
  } catch (error) {
    desk.alert(error)
  }
}

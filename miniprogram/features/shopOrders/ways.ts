import Taro from '@tarojs/taro'
import type { SheetEnd } from '@/api/paymentSheet'

const PAGES = '/features/shopOrders'
const orderUrl = (id: string): string => `${PAGES}/order/index?order=${id}`

/** How paying ended; without an end nothing was left to pay, or WeChat gave no sheet. */
export const resultUrl = (id: string, end: SheetEnd | undefined): string =>
  `/features/checkout/result/index?order=${id}${end ? `&end=${end}` : ''}`

export const openOrder = (id: string): void => void Taro.navigateTo({ url: orderUrl(id) })
export const replaceByOrder = (id: string): void => void Taro.redirectTo({ url: orderUrl(id) })
export const openRefund = (id: string): void =>
  void Taro.navigateTo({ url: `${PAGES}/refund/index?order=${id}` })
export const openOrders = (): void => void Taro.navigateTo({ url: `${PAGES}/index` })

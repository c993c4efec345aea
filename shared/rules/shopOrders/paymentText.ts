import type { ShopOrder } from './shopOrder'

/** What the payer reads in WeChat, which speaks Chinese: the first of the goods, and how many others. */
export function paymentText({ quote }: Pick<ShopOrder, 'quote'>): string {
  const [first, ...others] = quote.lines
  if (!first) throw new Error('an order without goods')
  return others.length === 0 ? first.name.zh : `${first.name.zh} 等 ${others.length + 1} 种商品`
}

import { randomUUID } from 'node:crypto'
import { callShop, get, type ShopDoor } from '../../scripts/import/shopDoor'
import { goodNamed, type CounterSale } from './counterSales'

/**
 * Records sales at the counter as a clerk does, with the refunds that follow. Numbers make each of them once: safe to
 * run again. Throws ShopAway and ShopRefused.
 */
export async function sellAll(clerk: ShopDoor, sales: readonly CounterSale[]): Promise<void> {
  for (const sale of sales) {
    const member = await memberOf(clerk, sale.openid)
    const { number, freightFen = 0, points = 0, refund } = sale
    const input = { member, number, lines: linesOf(sale), freightFen, points }
    const { payableFen } = await callShop(clerk, 'orders.record', input, randomUUID())
    if (refund === undefined) continue
    await giveBack(clerk, sale.openid, number, refund === 'all' ? payableFen - freightFen : refund)
  }
}

/** Gives some of the money of a sale back, once. */
export async function giveBack(
  clerk: ShopDoor,
  openid: string,
  number: string,
  amountFen: number,
): Promise<void> {
  const member = await memberOf(clerk, openid)
  const input = { member, orderId: `counter:${number}`, refundId: `${number}-R1`, amountFen, freightFen: 0 }
  await callShop(clerk, 'orders.refund', input, randomUUID())
}

function linesOf({ goods }: CounterSale) {
  return goods.map(([name, quantity]) => {
    const { category, priceFen } = goodNamed(name)
    return { category, product: name, quantity, amountFen: quantity * priceFen }
  })
}

async function memberOf(clerk: ShopDoor, openid: string): Promise<string> {
  return ((await get(clerk, `/local/member?openid=${openid}`)) as { member: string }).member
}

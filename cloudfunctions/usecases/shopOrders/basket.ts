import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import { couponsOf } from '@shared/rules/benefits/coupons'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { CartLine } from '@shared/rules/quote/cart'
import type { Settings } from '@shared/rules/settings/settings'
import { checkCart, type CartProblem, type CheckedLine } from '@shared/rules/shop/cart'
import { productOf, type Product } from '@shared/rules/shop/product'
import { eachSkuOnce, type Pieces } from '@shared/rules/shop/reservation'
import { shopperOf } from '@shared/rules/shop/shopper'
import type { OrderedGoods } from '@shared/rules/shopOrders/shopOrder'
import { getByIds } from '../../database/documentAccess'
import { readAccount } from '../../database/members'
import { asProduct, readProducts } from '../../database/products'
import type { Call } from '../../runtime/call'

/** What an order is made of, read side by side: who buys, what, and the coupons that are asked for. */
export interface Basket {
  /** As it was read, and with all that has fallen due. */
  readonly read: Account
  readonly account: Account
  readonly products: ReadonlyMap<string, Product>
  /** With those that still wait in the account's tail. */
  readonly coupons: readonly Coupon[]
}

/** Reads them; null for who has not joined. */
export async function readBasket(
  call: Call,
  lines: InputOf<'shopOrders.quote'>['lines'],
  coupons: readonly string[],
  settings: Settings,
): Promise<Basket | null> {
  const { cloud, memberId, today, at } = call
  const [account, found, filed] = await Promise.all([
    readAccount(cloud, memberId),
    readProducts(
      cloud,
      lines.map(({ sku }) => productOf(sku)),
    ),
    getByIds<Coupon>(cloud, 'coupons', coupons),
  ])
  if (!account?.joined) return null
  return {
    read: account,
    account: settle(account, today, settings, at),
    products: new Map(found.map((document) => [document._id, asProduct(document)])),
    coupons: withWaiting(
      account,
      filed.filter(({ member }) => member === memberId),
    ),
  }
}

/** Coupons with those that still wait in the tail: what is filed is newer. */
export function withWaiting(account: Account, filed: readonly Coupon[]): readonly Coupon[] {
  const waiting = account.tail.flatMap(couponsOf)
  return [...new Map([...waiting, ...filed].map((coupon) => [coupon._id, coupon])).values()]
}

export interface BasketLine {
  readonly line: CartLine
  readonly goods: OrderedGoods
}

type GoodsRefusal = Refusal<'GOODS_UNAVAILABLE'>

/** The goods as a quote reads them; refuses what cannot be bought. Stock that is not told of is none of its business. */
export function basketLines(
  { account, products }: Basket,
  wanted: readonly Pieces[],
  free: ReadonlyMap<string, number> | null,
  settings: Settings,
  at: number,
): Result<readonly BasketLine[], GoodsRefusal> {
  const pieces = eachSkuOnce(wanted)
  const shelf = { products, free: free ?? new Map(pieces.map(({ sku, quantity }) => [sku, quantity])) }
  const checked = checkCart(pieces, shelf, shopperOf(account, settings), at)
  const wrong = checked.find(({ problem }) => problem !== null)
  if (wrong?.problem) return refuse(unavailable(wrong, wrong.problem))
  return ok(
    checked.flatMap(({ wanted: { sku }, line, product }) =>
      line ? [{ line, goods: { sku, picture: product?.pictures[0] ?? null } }] : [],
    ),
  )
}

/** What there is too little of, by what was found when it was to be held. */
export function shortOf(lines: readonly BasketLine[], [first]: readonly Pieces[]): GoodsRefusal {
  if (!first) throw new Error('too little of nothing')
  const short = lines.find(({ goods }) => goods.sku === first.sku)
  const problem: CartProblem =
    first.quantity < 1 ? { of: 'soldOut' } : { of: 'tooMany', left: first.quantity }
  return unavailable({ wanted: first, line: short?.line ?? null }, problem)
}

function unavailable(
  { wanted, line }: Pick<CheckedLine, 'wanted' | 'line'>,
  problem: CartProblem,
): GoodsRefusal {
  const left = problem.of === 'tooMany' ? problem.left : 0
  const goods = line?.name ?? { zh: wanted.sku, en: wanted.sku }
  return { code: 'GOODS_UNAVAILABLE', data: { sku: wanted.sku, goods, why: whyWords(problem), left } }
}

function whyWords(problem: CartProblem): Words {
  switch (problem.of) {
    case 'gone':
      return { zh: '商品或规格已不再出售', en: 'it is no longer sold' }
    case 'offSale':
      return { zh: '商品已下架', en: 'it is off sale' }
    case 'opensLater':
      return { zh: '还没有到开售时间', en: 'it is not on sale yet' }
    case 'soldOut':
      return { zh: '已售罄', en: 'it is sold out' }
    case 'tooMany':
      return { zh: `只剩 ${problem.left} 件`, en: `only ${problem.left} are left` }
  }
}

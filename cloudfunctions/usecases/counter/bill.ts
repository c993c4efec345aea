import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import type { Account } from '@shared/rules/account/account'
import type { CartLine } from '@shared/rules/quote/cart'
import type { Settings } from '@shared/rules/settings/settings'
import { checkCart } from '@shared/rules/shop/cart'
import { productOf, type Product } from '@shared/rules/shop/product'
import { shopperOf } from '@shared/rules/shop/shopper'
import type { Cloud } from '../../database/cloud'
import { asProduct, readProducts } from '../../database/products'

type BillLines = InputOf<'counter.quote'>['lines']

/** A purchase and its order have the number of the code that opened it: a code is charged once. */
export const saleIdOf = (codeId: string): string => `counter:${codeId}`

/** The products that a bill names. */
export async function readGoods(cloud: Cloud, lines: BillLines): Promise<ReadonlyMap<string, Product>> {
  const ids = lines.flatMap((line) => (line.of === 'goods' ? [productOf(line.sku)] : []))
  if (ids.length === 0) return new Map()
  const found = await readProducts(cloud, [...new Set(ids)])
  return new Map(found.map((document) => [document._id, asProduct(document)]))
}

/**
 * A bill as a quote reads it: goods at their prices for this member, amounts as they were typed in. Goods that lie on the
 * counter are there, whatever the stock of the shop's own pages says, and whether these show them.
 */
export function billLines(
  lines: BillLines,
  products: ReadonlyMap<string, Product>,
  account: Account,
  settings: Settings,
  at: number,
): Result<readonly CartLine[], Refusal<'GOODS_UNAVAILABLE'>> {
  const shopper = shopperOf(account, settings)
  const made: CartLine[] = []
  for (const line of lines) {
    if (line.of === 'amount') {
      made.push({ ...TYPED, category: line.category, quantity: line.quantity, unitListFen: line.amountFen })
      continue
    }
    const free = new Map([[line.sku, line.quantity]])
    const [checked] = checkCart([line], { products, free }, shopper, at)
    if (!checked?.line) return refuse(gone(line.sku))
    made.push(checked.line)
  }
  return ok(made)
}

const TYPED = {
  product: '',
  name: { zh: '商品', en: 'Goods' } as Words,
  options: [],
  unitMemberFen: null,
}

const gone = (sku: string): Refusal<'GOODS_UNAVAILABLE'> => ({
  code: 'GOODS_UNAVAILABLE',
  data: {
    sku,
    goods: { zh: sku, en: sku },
    why: { zh: '商品或规格已不再出售', en: 'it is no longer sold' },
  },
})

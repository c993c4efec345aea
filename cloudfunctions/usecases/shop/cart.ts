import { ok } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { checkCart, type CheckedLine } from '@shared/rules/shop/cart'
import { productOf } from '@shared/rules/shop/product'
import { shopperOf } from '@shared/rules/shop/shopper'
import { readAccount } from '../../database/members'
import { asProduct, readProducts } from '../../database/products'
import { readFree } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { ownLevel } from './ownLevel'

export const cart: UseCase<'shop.cart'> = async (call, { lines }) => {
  const { cloud, at } = call
  const skus = lines.map(({ sku }) => sku)
  const [account, settings, products, free] = await Promise.all([
    readAccount(cloud, call.memberId),
    call.settings(),
    readProducts(cloud, skus.map(productOf)),
    readFree(cloud, skus),
  ])
  const shopper = shopperOf(account, settings)
  const shelf = { products: new Map(products.map((document) => [document._id, asProduct(document)])), free }
  const checked = checkCart(lines, shelf, shopper, at)
  const bought = checked.flatMap(({ line, problem }) => (line && !problem ? [line] : []))
  return ok({
    level: ownLevel(settings.tiers, shopper),
    lines: checked.map(lineFace),
    listFen: sumOf(bought, ({ quantity, unitListFen }) => quantity * unitListFen),
    goodsFen: sumOf(
      bought,
      ({ quantity, unitListFen, unitMemberFen }) => quantity * (unitMemberFen ?? unitListFen),
    ),
    quantity: sumOf(bought, ({ quantity }) => quantity),
    now: at,
  })
}

function lineFace({ wanted, product, line, problem }: CheckedLine) {
  return { ...wanted, goods: line && goodsFace(line, product?.pictures[0] ?? null), problem }
}

function goodsFace(line: NonNullable<CheckedLine['line']>, picture: string | null) {
  const { product, name, options, unitListFen, unitMemberFen } = line
  return { product, name, options: [...options], picture, unitListFen, unitMemberFen }
}

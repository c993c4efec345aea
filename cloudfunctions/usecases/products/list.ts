import { ok } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { lowestPrice } from '@shared/rules/shop/card'
import { skuOf } from '@shared/rules/shop/product'
import { readCategories } from '../../database/categories'
import { readProductsBelow, type ProductDocument } from '../../database/products'
import { readFreeOf } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { pageOf } from '../shop/pageOf'

const PAGE = 20

export const list: UseCase<'products.list'> = async (call, { category, cursor }) => {
  const { cloud } = call
  const [{ categories }, found] = await Promise.all([
    readCategories(cloud),
    readProductsBelow(cloud, category === undefined ? {} : { category }, cursor, PAGE + 1),
  ])
  const { page, nextCursor } = pageOf(found, PAGE)
  const free = await readFreeOf(
    cloud,
    page.map(({ _id }) => _id),
  )
  return ok({
    categories: [...categories],
    category: category ?? null,
    now: call.at,
    products: page.map((product) => row(product, free)),
    nextCursor,
  })
}

function row(product: ProductDocument, free: ReadonlyMap<string, number>) {
  const { _id, name, pictures, category, isOnSale, opensAt, variants } = product
  const left = variants.map(({ choice }) => free.get(skuOf(_id, choice)) ?? 0)
  return {
    id: _id,
    name,
    picture: pictures[0] ?? null,
    category,
    ...lowestPrice(product),
    isOnSale,
    opensAt,
    free: sumOf(left, (n) => n),
    soldOut: left.filter((n) => n < 1).length,
    variants: variants.length,
  }
}

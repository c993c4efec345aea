import { ok } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { lowestPrice } from '@shared/rules/shop/card'
import { skuOf } from '@shared/rules/shop/product'
import type { ProductDocument } from '../../database/products'
import type { UseCase } from '../../runtime/call'
import { productsPage } from '../shop/productsPage'

export const list: UseCase<'products.list'> = async (call, { category, cursor }) => {
  const { page, free, ...shown } = await productsPage(call.cloud, { category }, cursor)
  return ok({ ...shown, now: call.at, products: page.map((product) => row(product, free)) })
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

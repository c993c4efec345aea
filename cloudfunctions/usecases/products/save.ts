import { ok, refuse } from '@shared/kernel/result'
import { impossibleProduct } from '@shared/rules/shop/impossibleProduct'
import { skuOf } from '@shared/rules/shop/product'
import { readCategories } from '../../database/categories'
import { saveProduct } from '../../database/products'
import { openStock, readFreeOf } from '../../database/stock'
import type { UseCase } from '../../runtime/call'

/** The stock of new choices is opened first: a choice that can be seen has one. */
export const save: UseCase<'products.save'> = async (call, { product: id, expectedVersion, rules }) => {
  const { cloud, role, memberId } = call
  if (!role) throw new Error('products are saved by staff')
  const [{ categories }, { tiers }, free] = await Promise.all([
    readCategories(cloud),
    call.settings(),
    readFreeOf(cloud, [id]),
  ])
  const known = {
    categories: categories.map((each) => each.id),
    levels: tiers.levels.map((level) => level.id),
  }
  const found = impossibleProduct(rules, known)
  if (found.length > 0) {
    const told = (locale: 'zh' | 'en', between: string) =>
      found.map(({ reason }) => reason[locale]).join(between)
    return refuse({
      code: 'IMPOSSIBLE_PRODUCT',
      data: { why: { zh: told('zh', '；'), en: told('en', '; ') } },
    })
  }
  const skus = rules.variants.map(({ choice }) => skuOf(id, choice))
  await openStock(
    cloud,
    id,
    skus.filter((sku) => !free.has(sku)),
  )
  const outcome = await saveProduct(cloud, id, rules, expectedVersion, { memberId, role }, call.at)
  if ('saved' in outcome) return ok({ version: outcome.saved.version, changedAt: outcome.saved.changedAt })
  if (!outcome.newer) return refuse({ code: 'PRODUCT_NOT_FOUND' })
  return expectedVersion === 0
    ? refuse({ code: 'PRODUCT_TAKEN', data: { product: id } })
    : refuse({ code: 'PRODUCT_CHANGED', data: { version: outcome.newer.version } })
}

import { ok } from '@shared/kernel/result'
import { productCard } from '@shared/rules/shop/card'
import { shopperOf } from '@shared/rules/shop/shopper'
import { readCategories } from '../../database/categories'
import { readAccount } from '../../database/members'
import { asProduct, readProductsBelow } from '../../database/products'
import { readFreeOf } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { ownLevel } from './ownLevel'
import { pageOf } from './pageOf'

const PAGE = 20

export const list: UseCase<'shop.list'> = async (call, { category, cursor }) => {
  const { cloud, at } = call
  const which = { isOnSale: true, ...(category === undefined ? {} : { category }) } as const
  const [account, settings, { categories }, found] = await Promise.all([
    readAccount(cloud, call.memberId),
    call.settings(),
    readCategories(cloud),
    readProductsBelow(cloud, which, cursor, PAGE + 1),
  ])
  const shopper = shopperOf(account, settings)
  const { page, nextCursor } = pageOf(found, PAGE)
  const free = await readFreeOf(
    cloud,
    page.map(({ _id }) => _id),
  )
  return ok({
    categories: [...categories],
    category: category ?? null,
    level: ownLevel(settings.tiers, shopper),
    now: at,
    products: page.map((product) => productCard(asProduct(product), free, shopper, at)),
    nextCursor,
  })
}

import { ok } from '@shared/kernel/result'
import { productCard } from '@shared/rules/shop/card'
import { shopperOf } from '@shared/rules/shop/shopper'
import { readAccount } from '../../database/members'
import { asProduct } from '../../database/products'
import type { UseCase } from '../../runtime/call'
import { ownLevel } from './ownLevel'
import { productsPage } from './productsPage'

export const list: UseCase<'shop.list'> = async (call, { category, cursor }) => {
  const { cloud, at } = call
  const [account, settings, { page, free, ...shown }] = await Promise.all([
    readAccount(cloud, call.memberId),
    call.settings(),
    productsPage(cloud, { category, isOnSale: true }, cursor),
  ])
  const shopper = shopperOf(account, settings)
  return ok({
    ...shown,
    level: ownLevel(settings.tiers, shopper),
    now: at,
    products: page.map((product) => productCard(asProduct(product), free, shopper, at)),
  })
}

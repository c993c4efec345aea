import { ok, refuse } from '@shared/kernel/result'
import { productCard } from '@shared/rules/shop/card'
import { favouritesBelow } from '@shared/rules/shop/favourites'
import { shopperOf } from '@shared/rules/shop/shopper'
import { readFavourites } from '../../database/favourites'
import { readAccount } from '../../database/members'
import { asProduct, readProducts } from '../../database/products'
import { readFreeOf } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { ownLevel } from '../shop/ownLevel'

const PAGE = 20

export const list: UseCase<'favourites.list'> = async (call, { cursor }) => {
  const { cloud, at, memberId } = call
  const [account, settings, all] = await Promise.all([
    readAccount(cloud, memberId),
    call.settings(),
    readFavourites(cloud, memberId),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const below = favouritesBelow(all, cursor)
  const page = below.slice(0, PAGE)
  const ids = page.map(({ product }) => product)
  const [products, free] = await Promise.all([readProducts(cloud, ids), readFreeOf(cloud, ids)])
  const byId = new Map(products.map((document) => [document._id, asProduct(document)]))
  const shopper = shopperOf(account, settings)
  const last = page.at(-1)
  return ok({
    level: ownLevel(settings.tiers, shopper),
    now: at,
    count: all.length,
    products: ids.flatMap((id) => {
      const product = byId.get(id)
      return product ? [productCard(product, free, shopper, at)] : []
    }),
    nextCursor: last && below.length > PAGE ? { at: last.at, id: last.product } : null,
  })
}

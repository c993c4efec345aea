import { MOST_OF_ONE } from '@shared/contracts/shopShapes'
import { ok, refuse } from '@shared/kernel/result'
import { skuOf, type Product, type Variant } from '@shared/rules/shop/product'
import { memberPrice, opensFor, saleOf } from '@shared/rules/shop/sale'
import { shopperOf, type Shopper } from '@shared/rules/shop/shopper'
import { tierFace } from '@shared/rules/tiers/face'
import type { TierProgram } from '@shared/rules/tiers/program'
import { readFavourites } from '../../database/favourites'
import { readAccount } from '../../database/members'
import { asProduct, readProduct } from '../../database/products'
import { readFreeOf } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { ownLevel } from './ownLevel'

export const product: UseCase<'shop.product'> = async (call, { product: id }) => {
  const { cloud, at, memberId } = call
  const [account, settings, document, free, favourites] = await Promise.all([
    readAccount(cloud, memberId),
    call.settings(),
    readProduct(cloud, id),
    readFreeOf(cloud, [id]),
    readFavourites(cloud, memberId),
  ])
  if (!document) return refuse({ code: 'PRODUCT_NOT_FOUND' })
  const shopper = shopperOf(account, settings)
  const found = asProduct(document)
  const { name, description, pictures, options, variants, opensAt } = found
  return ok({
    id,
    name,
    description,
    pictures: [...pictures],
    options: options.map(({ name: of, values }) => ({ name: of, values: [...values] })),
    variants: variants.map((variant) => variantFace(id, variant, free, shopper, settings.tiers)),
    sale: saleOf(found, shopper, at),
    opensToAllAt: opensAt,
    opensEarlier: opensEarlier(found, settings.tiers),
    level: ownLevel(settings.tiers, shopper),
    isMember: Boolean(account?.joined),
    isFavourite: favourites.some((each) => each.product === id),
    now: at,
  })
}

function variantFace(
  id: string,
  variant: Variant,
  free: ReadonlyMap<string, number>,
  shopper: Shopper,
  tiers: TierProgram,
) {
  const { choice, priceFen, memberPricesFen } = variant
  const sku = skuOf(id, choice)
  return {
    sku,
    choice: [...choice],
    priceFen,
    memberFen: memberPrice(variant, shopper),
    memberPrices:
      shopper.levelId === null
        ? []
        : levelsWith(tiers, memberPricesFen).map(({ level, of }) => ({ level, fen: of })),
    left: Math.min(free.get(sku) ?? 0, MOST_OF_ONE),
  }
}

/** By the product alone: what a benefit of a level opens earlier is told to its members. */
function opensEarlier(product: Product, tiers: TierProgram) {
  return levelsWith(tiers, product.earlyHours).flatMap(({ level, of }) => {
    const opensAt = opensFor(product, { levelId: level.id, earlyHours: 0 })
    return of > 0 && opensAt !== null ? [{ level, opensAt }] : []
  })
}

/** What is said of levels, in their order; a level that is gone is left out. */
function levelsWith(tiers: TierProgram, said: Readonly<Record<string, number>>) {
  return tiers.levels.flatMap(({ id }, rank) => {
    const of = said[id]
    return of === undefined ? [] : [{ level: tierFace(tiers, rank), of }]
  })
}

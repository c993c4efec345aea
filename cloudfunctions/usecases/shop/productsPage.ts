import { readCategories } from '../../database/categories'
import type { Cloud } from '../../database/cloud'
import { readProductsBelow, type ProductDocument, type ProductPlace } from '../../database/products'
import { readFreeOf } from '../../database/stock'

const PAGE = 20

/** A page of products, of one category where it is named, with all categories and what there is of each SKU. */
export async function productsPage(
  cloud: Cloud,
  { category, isOnSale }: { readonly category: string | undefined; readonly isOnSale?: true },
  cursor: ProductPlace | undefined,
) {
  const which = { ...(isOnSale && { isOnSale }), ...(category === undefined ? {} : { category }) }
  // One document more than a page tells whether there is another.
  const [{ categories }, found] = await Promise.all([
    readCategories(cloud),
    readProductsBelow(cloud, which, cursor, PAGE + 1),
  ])
  const page = found.slice(0, PAGE)
  const ids = page.map(({ _id }) => _id)
  return {
    categories: [...categories],
    category: category ?? null,
    page,
    free: await readFreeOf(cloud, ids),
    nextCursor: found.length > PAGE ? placeOf(page.at(-1)) : null,
  }
}

const placeOf = (last: ProductDocument | undefined): ProductPlace | null =>
  last ? { at: last.listedAt, id: last._id } : null

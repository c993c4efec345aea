import type { ProductDocument, ProductPlace } from '../../database/products'

/** One document more than a page tells whether there is another, and where it begins. */
export function pageOf(
  found: readonly ProductDocument[],
  size: number,
): { readonly page: readonly ProductDocument[]; readonly nextCursor: ProductPlace | null } {
  const page = found.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: last && found.length > size ? { at: last.listedAt, id: last._id } : null }
}

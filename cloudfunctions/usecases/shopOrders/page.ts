import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'

/** How many orders a page has; one more is read, which tells whether there is another page. */
export const PAGE = 20

/** What was read as a page: what is on it, and where the next goes on. */
export function asPage(found: readonly ShopOrder[], instantOf: (order: ShopOrder) => number) {
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  const nextCursor = last && found.length > PAGE ? { at: instantOf(last), id: last._id } : null
  return { page, nextCursor }
}

import type { Instant } from '@shared/kernel/businessDay'

export interface Favourite {
  readonly product: string
  readonly at: Instant
}

/** All of a member's are one document. */
export const MOST_FAVOURITES = 200

/** The list with a product in it or not, the newest first; null when it is full. What is so already stays as it is. */
export function withFavourite(
  favourites: readonly Favourite[],
  product: string,
  isFavourite: boolean,
  at: Instant,
): readonly Favourite[] | null {
  const isThere = favourites.some((each) => each.product === product)
  if (isThere === isFavourite) return favourites
  if (!isFavourite) return favourites.filter((each) => each.product !== product)
  return favourites.length < MOST_FAVOURITES ? [{ product, at }, ...favourites] : null
}

/** Those below a place in the list, the newest first; the place may have been taken out meanwhile. */
export function favouritesBelow(
  favourites: readonly Favourite[],
  below: { readonly at: Instant; readonly id: string } | undefined,
): readonly Favourite[] {
  const ordered = [...favourites].sort((a, b) => b.at - a.at || (a.product < b.product ? 1 : -1))
  if (!below) return ordered
  return ordered.filter(({ at, product }) => at < below.at || (at === below.at && product < below.id))
}

/** How many documents are put in by one call: well within what a request may weigh. */
export const INSERTS_A_CALL = 500

/** The items in their order, so many at a time. */
export function slicesOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  )
}

/** Items newest first, and where to go on; null at the end. */
export interface ListPage<Item, Cursor> {
  readonly items: readonly Item[]
  readonly nextCursor: Cursor | null
}

/** What was loaded below a first page, good only as long as that page starts with the same item. */
export interface OlderPages<Item, Cursor> extends ListPage<Item, Cursor> {
  readonly below: string | undefined
}

interface Identified {
  readonly id: string
}

export const newestId = (page: ListPage<Identified, unknown>): string | undefined => page.items[0]?.id

/** The first page with the older ones below it; a first page with news starts over, or items would be left out. */
export function joinPages<Item extends Identified, Cursor>(
  first: ListPage<Item, Cursor>,
  older: OlderPages<Item, Cursor> | undefined,
): ListPage<Item, Cursor> {
  if (!older || older.below !== newestId(first)) return first
  return { items: [...first.items, ...older.items], nextCursor: older.nextCursor }
}

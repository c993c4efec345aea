import type { OutputOf } from '@shared/contracts'

export type LedgerEntry = OutputOf<'points.ledger'>['entries'][number]

/** Entries newest first, and where to go on; null at the end. */
export interface LedgerPage {
  readonly entries: readonly LedgerEntry[]
  readonly nextCursor: number | null
}

/** What was loaded below a first page, good only as long as that page starts with the same entry. */
export interface OlderPages extends LedgerPage {
  readonly below: number | undefined
}

export const newestSeq = (page: LedgerPage): number | undefined => page.entries[0]?.seq

/** The first page with the older ones below it; a first page with news starts over, or entries would be left out. */
export function joinPages(first: LedgerPage, older: OlderPages | undefined): LedgerPage {
  if (!older || older.below !== newestSeq(first))
    return { entries: first.entries, nextCursor: first.nextCursor }
  return { entries: [...first.entries, ...older.entries], nextCursor: older.nextCursor }
}

/** Entries in order under their months (`YYYY-MM`). */
export function byMonth(entries: readonly LedgerEntry[]): { month: string; entries: LedgerEntry[] }[] {
  const groups: { month: string; entries: LedgerEntry[] }[] = []
  for (const entry of entries) {
    const month = entry.day.slice(0, 7)
    const last = groups.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, entries: [entry] })
  }
  return groups
}

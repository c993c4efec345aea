import type { OutputOf } from '@shared/contracts'

export type LedgerEntry = OutputOf<'points.ledger'>['entries'][number]

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

import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'

export type LedgerEntry = OutputOf<'points.ledger'>['entries'][number]

/** Entries in order under their months (`YYYY-MM`). */
export function byMonth<E extends { readonly day: Day }>(
  entries: readonly E[],
): { month: string; entries: E[] }[] {
  const groups: { month: string; entries: E[] }[] = []
  for (const entry of entries) {
    const month = entry.day.slice(0, 7)
    const last = groups.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, entries: [entry] })
  }
  return groups
}

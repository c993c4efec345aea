import { memberIdAt } from './memberId'

/** Few enough that a slice nearly always comes in one answer, however chance spreads the ids. */
export const MEMBERS_A_SLICE = 600

const SLICES_AT_ONCE = 4

/** Ids after one and up to another; null for the end. */
export interface IdRange {
  readonly after: string
  readonly upTo: string | null
}

/**
 * Takes the first slices of all members' ids cut into so many, some side by side. Ids say nothing of whose they are, so
 * that fewer than all of them are a fair sample.
 */
export async function eachSlice(
  slices: number,
  of: number,
  take: (ids: IdRange) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < slices) await take(rangeOf(next++, of))
  }
  await Promise.all(Array.from({ length: SLICES_AT_ONCE }, lane))
}

function rangeOf(slice: number, slices: number): IdRange {
  return {
    after: slice > 0 ? memberIdAt(slice / slices) : '',
    upTo: slice + 1 < slices ? memberIdAt((slice + 1) / slices) : null,
  }
}

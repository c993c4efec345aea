const ID = /^[A-Za-z0-9_-]{8,64}$/
const COLUMNS = /[,;\t，；]/

/** Most members of one file. */
export const MOST_MEMBERS = 2_000

export interface MemberIds {
  readonly members: readonly string[]
  /** How many stood there more than once, beyond the first time. */
  readonly repeated: number
  /** What is no member number, a heading left out. */
  readonly skipped: readonly string[]
}

/** The member numbers of a text: the first column of each line, with or without quotes and a heading. */
export function memberIdsIn(text: string): MemberIds {
  const cells = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) =>
      (line.split(COLUMNS)[0] ?? '')
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((cell) => cell !== '')
  const found = cells.filter((cell) => ID.test(cell))
  const members = [...new Set(found)]
  const isHeading = (place: number) => place === 0 && members.length > 0
  return {
    members,
    repeated: found.length - members.length,
    skipped: cells.filter((cell, place) => !ID.test(cell) && !isHeading(place)),
  }
}

import { ok } from '@shared/kernel/result'
import { readDayBelow } from '../../database/journal'
import type { UseCase } from '../../runtime/call'
import { asBookEntry } from './bookEntry'

const PAGE = 20

/** One entry more than a page tells whether there is another. */
export const journal: UseCase<'books.journal'> = async (call, { day = call.today, kind, cursor }) => {
  const [found, { tiers }] = await Promise.all([
    readDayBelow(call.cloud, day, kind ?? null, cursor, PAGE + 1),
    call.settings(),
  ])
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    day,
    kind: kind ?? null,
    today: call.today,
    entries: page.map((entry) => ({ ...asBookEntry(entry, tiers), member: entry.member })),
    nextCursor: last && found.length > PAGE ? { at: last.at, id: last._id } : null,
  })
}

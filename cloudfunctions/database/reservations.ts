import type { Instant } from '@shared/kernel/businessDay'
import {
  eachSkuOnce,
  MOVES,
  type Pieces,
  type Reservation,
  type ReservationState,
} from '@shared/rules/shop/reservation'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'
import { endHold, takeFor } from './stock'
import { untilAnswered } from './untilAnswered'

export interface ReservationDocument extends Omit<Reservation, 'id'> {
  readonly _id: string
  readonly schemaVersion: 1
  /** When it is to be looked at once more: at its end, whatever it came to; 0 when it was. */
  readonly dueAt: Instant
  /** What it holds for was placed, in the transaction that wrote this. Absent before. */
  readonly isOrdered?: true
}

type Ended = 'settled' | 'released'
export type Reserved =
  | { readonly of: 'held' }
  | { readonly of: Ended }
  | { readonly of: 'short'; readonly short: readonly Pieces[] }

const RESERVATION_ID = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Holds all pieces or none. The same id again is answered as the first time, and takes nothing more; where there was
 * too little, how much there is of what. One that has ended meanwhile stays so.
 */
export async function reserve(
  cloud: Cloud,
  wanted: Pick<Reservation, 'id' | 'member' | 'lines' | 'until'>,
): Promise<Reserved> {
  const { id, member, until } = wanted
  if (!RESERVATION_ID.test(id)) throw new RangeError(`a reservation cannot be called ${id}`)
  const made = { member, lines: eachSkuOnce(wanted.lines), until, state: 'opening', short: [] } as const
  const isNew = await untilAnswered(cloud, () =>
    insert<ReservationDocument>(cloud, 'reservations', { _id: id, schemaVersion: 1, ...made, dueAt: until }),
  )
  const there = isNew === 'done' ? made : await readReservation(cloud, id)
  if (there.state !== 'opening') return answerOf(there)
  const taken = await Promise.all(there.lines.map((line) => takeFor(cloud, id, line)))
  const short = taken.flatMap((each) => each ?? [])
  if (short.length === 0 && (await move(cloud, id, 'held'))) return { of: 'held' }
  if (short.length > 0) await move(cloud, id, 'released', { short: cloud.db.command.set([...short]) })
  return answerOf(await finished(cloud, id))
}

/** What was held is sold. Answers what it came to: a reservation that was released stays so, and nothing is sold. */
export async function settle(cloud: Cloud, id: string): Promise<Ended> {
  await move(cloud, id, 'settled')
  return endOf(await finished(cloud, id))
}

/** What was held can be bought again, once however often. What was sold stays sold. */
export async function release(cloud: Cloud, id: string): Promise<Ended> {
  await move(cloud, id, 'released')
  return endOf(await finished(cloud, id))
}

/** Releases a reservation unless what it holds for was placed: the same request may run twice, and one be refused. `open`: it was. */
export async function releaseUnordered(cloud: Cloud, id: string): Promise<'open' | 'ended'> {
  const { command } = cloud.db
  await move(cloud, id, 'released', {}, { isOrdered: command.neq(true) })
  const { state } = await finished(cloud, id)
  return state === 'settled' || state === 'released' ? 'ended' : 'open'
}

/** What is to become of a reservation at the end of its time; one that is waited for is looked at again. */
export type DueEnd = 'settle' | 'release' | 'wait'

/** So long after its end a reservation is looked at again that is still waited for. */
const WAITED_FOR_MS = 60_000

/**
 * Looks once more at reservations whose end has come, the earliest first: what was stopped in the middle is finished,
 * since by now nobody works on it any more. `endsOf` says what each is to become by what it holds for; what it says
 * nothing of is released, unless that is being placed this moment. Answers how many there were.
 */
export async function closeDue(
  cloud: Cloud,
  now: Instant,
  most: number,
  endsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, DueEnd>>,
): Promise<number> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('reservations')
    .where({ dueAt: command.gt(0).and(command.lte(now)) })
    .orderBy('dueAt', 'asc')
    .limit(most)
    .get()
  const due = (data as ReservationDocument[]).map(({ _id }) => _id)
  const ends = due.length > 0 ? await endsOf(due) : new Map<string, DueEnd>()
  await Promise.all(
    due.map(async (id) => {
      const dueAt = (await close(cloud, id, ends.get(id))) === 'open' ? now + WAITED_FOR_MS : 0
      await cloud.db.collection('reservations').where({ _id: id }).update({ dueAt })
    }),
  )
  return due.length
}

async function close(cloud: Cloud, id: string, end: DueEnd | undefined): Promise<'open' | 'ended'> {
  if (end === 'wait') return 'open'
  if (end === 'settle') await settle(cloud, id)
  else if (end === 'release') await release(cloud, id)
  else return releaseUnordered(cloud, id)
  return 'ended'
}

/** True when it was this call that moved it. */
async function move(
  cloud: Cloud,
  id: string,
  to: Exclude<ReservationState, 'opening'>,
  more: object = {},
  where: object = {},
): Promise<boolean> {
  const { updated } = (await untilAnswered(cloud, () =>
    cloud.db
      .collection('reservations')
      .where({ _id: id, state: cloud.db.command.in([...MOVES[to]]), ...where })
      .update({ state: to, ...more }),
  )) as { updated: number }
  return updated === 1
}

/** Gives back or sells what an ended reservation still holds, which may be nothing. */
async function finished(cloud: Cloud, id: string): Promise<Omit<Reservation, 'id'>> {
  const reservation = await readReservation(cloud, id)
  const { state, lines } = reservation
  if (state === 'settled' || state === 'released') {
    const goesTo = state === 'settled' ? 'sold' : 'free'
    await Promise.all(lines.map((line) => endHold(cloud, id, line, goesTo)))
  }
  return reservation
}

function answerOf({ state, short }: Pick<Reservation, 'state' | 'short'>): Reserved {
  if (short.length > 0) return { of: 'short', short }
  if (state === 'opening') throw new Error('a reservation neither opened nor ended')
  return { of: state }
}

function endOf({ state }: Pick<Reservation, 'state'>): Ended {
  if (state === 'settled' || state === 'released') return state
  throw new Error(`a reservation that is ${state} cannot end so`)
}

async function readReservation(cloud: Cloud, id: string): Promise<ReservationDocument> {
  const found = await getById<ReservationDocument>(cloud, 'reservations', id)
  if (!found) throw new Error(`there is no reservation ${id}`)
  return found
}

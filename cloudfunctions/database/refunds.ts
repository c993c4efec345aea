import type { Instant } from '@shared/kernel/businessDay'
import type { Refund, RefundState } from '@shared/rules/payments/refund'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import { lost, untilWon } from './retry'
import { untilAnswered } from './untilAnswered'
import { changedFields, wholeFields } from './wholeFields'

export function readRefund(cloud: Cloud, outRefundNo: string): Promise<Refund | null> {
  return getById<Refund>(cloud, 'refunds', outRefundNo)
}

/** Refunds about which WeChat is to be asked, the longest due first. */
export async function dueRefunds(
  cloud: Cloud,
  state: RefundState,
  at: Instant,
  limit: number,
): Promise<Refund[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('refunds')
    .where({ state, dueAt: command.gt(0).and(command.lte(at)) })
    .orderBy('dueAt', 'asc')
    .limit(limit)
    .get()
  return data as Refund[]
}

/**
 * Changes a refund by what it is now, again when somebody else changed it first; answers what it is then. `decide` leaves
 * it as it is by answering the same.
 */
export function changeRefund(
  cloud: Cloud,
  outRefundNo: string,
  decide: (refund: Refund) => Refund,
): Promise<Refund> {
  return untilWon(cloud, async () => {
    const refund = await readRefund(cloud, outRefundNo)
    if (!refund) throw new Error(`there is no refund ${outRefundNo}`)
    const next = decide(refund)
    if (next === refund) return refund
    const { _id, state, tries } = refund
    const changes = wholeFields(cloud.db, changedFields(refund, next))
    const { updated } = (await untilAnswered(cloud, () =>
      cloud.db.collection('refunds').where({ _id, state, tries }).update(changes),
    )) as { updated: number }
    return updated === 1 ? next : lost
  })
}

/** A place in the list: refunds of one instant are in the order of their ids. */
export interface RefundPlace {
  readonly at: Instant
  readonly id: string
}

/** A page of the refunds in these states, newest first. */
export async function listRefunds(
  { db }: Cloud,
  states: readonly RefundState[],
  below: RefundPlace | undefined,
  limit: number,
): Promise<Refund[]> {
  const { command } = db
  const state = command.in([...states])
  const which = below
    ? command.or([
        { state, createdAt: command.lt(below.at) },
        { state, createdAt: below.at, _id: command.lt(below.id) },
      ])
    : { state }
  const { data } = await db
    .collection('refunds')
    .where(which)
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as Refund[]
}

export async function countRefunds({ db }: Cloud, state: RefundState): Promise<number> {
  const { total } = (await db.collection('refunds').where({ state }).count()) as { total: number }
  return total
}

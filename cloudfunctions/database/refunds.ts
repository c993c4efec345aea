import type { Instant } from '@shared/kernel/businessDay'
import type { Refund, RefundState } from '@shared/rules/payments/refund'
import type { Cloud } from './cloud'
import { getById, READ_LIMIT } from './documentAccess'
import { untilAnswered } from './untilAnswered'
import { changedFields, wholeFields } from './wholeFields'

export function readRefund(cloud: Cloud, outRefundNo: string): Promise<Refund | null> {
  return getById<Refund>(cloud, 'refunds', outRefundNo)
}

/** The refunds of a payment, the first first: WeChat takes no more than fifty. */
export async function readRefunds(cloud: Cloud, outTradeNo: string): Promise<Refund[]> {
  const { data } = await cloud.db
    .collection('refunds')
    .where({ payment: outTradeNo })
    .orderBy('createdAt', 'asc')
    .limit(READ_LIMIT)
    .get()
  return data as Refund[]
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

/** Moves a refund on, unless somebody did so meanwhile: what it is then. */
export async function moveRefund(cloud: Cloud, previous: Refund, next: Refund): Promise<Refund | null> {
  const { _id, state } = previous
  const changes = wholeFields(cloud.db, changedFields(previous, next))
  if (Object.keys(changes).length === 0) return next
  const { updated } = (await untilAnswered(cloud, () =>
    cloud.db.collection('refunds').where({ _id, state }).update(changes),
  )) as { updated: number }
  return updated === 1 ? next : readRefund(cloud, _id)
}

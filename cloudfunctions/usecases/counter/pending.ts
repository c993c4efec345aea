import { ok } from '@shared/kernel/result'
import { counterSaleFace } from '@shared/rules/counter/face'
import { readWaitingSales } from '../../database/counterSales'
import type { UseCase } from '../../runtime/call'

/** One at a time, as a rule; a page shows no more. */
const MOST = 5

/** Who has not joined is asked for nothing. */
export const pending: UseCase<'counter.pending'> = async ({ cloud, memberId, at }) => {
  const waiting = await readWaitingSales(cloud, memberId, at, MOST)
  return ok({ sales: waiting.map((sale) => counterSaleFace(sale, null, at)) })
}

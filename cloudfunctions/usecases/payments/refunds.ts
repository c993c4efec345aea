import { ok } from '@shared/kernel/result'
import type { RefundState } from '@shared/rules/payments/refund'
import { countRefunds, listRefunds } from '../../database/refunds'
import type { UseCase } from '../../runtime/call'
import { refundFace } from './refundFace'

const PAGE = 30

const SHELVES: Readonly<Record<'refused' | 'underWay' | 'over', readonly RefundState[]>> = {
  refused: ['refused'],
  underWay: ['asked', 'processing'],
  over: ['done', 'byHand', 'returned'],
}

export const refunds: UseCase<'payments.refunds'> = async ({ cloud }, { shelf, cursor }) => {
  const [found, refused] = await Promise.all([
    listRefunds(cloud, SHELVES[shelf], cursor, PAGE + 1),
    countRefunds(cloud, 'refused'),
  ])
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    refunds: page.map(refundFace),
    nextCursor: found.length > PAGE && last ? { at: last.createdAt, id: last._id } : null,
    refused,
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { readAccount } from '../../database/members'
import { readGiven } from '../../database/giftCards'
import { openPaymentsOf } from '../../database/payments'
import type { UseCase } from '../../runtime/call'
import { givenFace } from './faces'

const PAGE = 20

export const list: UseCase<'giftCards.list'> = async (call, { cursor }) => {
  const { cloud, memberId, today } = call
  const [account, found, open, { giftCards }] = await Promise.all([
    readAccount(cloud, memberId),
    readGiven(cloud, memberId, cursor, PAGE + 1),
    openPaymentsOf(cloud, memberId, 'giftCards'),
    call.settings(),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    cards: page.map((card) => givenFace(card, giftCards, today)),
    nextCursor: last?.sale && found.length > PAGE ? { at: last.sale.at, id: last._id } : null,
    waiting: open.map(({ _id, amountFen, expiresAt, for: { count } }) => ({
      purchaseId: _id,
      priceFen: amountFen,
      count,
      expiresAt,
    })),
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { cardIdOf, checkNumbers } from '@shared/rules/giftCards/batch'
import { moveCard } from '@shared/rules/giftCards/move'
import { saleOf } from '@shared/rules/giftCards/sale'
import { readBatch } from '../../database/giftBatches'
import { readCard, sellNumbered } from '../../database/giftCards'
import type { UseCase } from '../../runtime/call'
import { freshSettings } from './freshSettings'
import { batchRefusal } from './refusals'

const CARDS_A_CALL = 1_000

/** All are sold by one sale, paid at the till; those that were sold before stay as they were. */
export const activate: UseCase<'giftCards.activate'> = async (call, { id, from, to }) => {
  const { cloud, at, today, memberId } = call
  const batch = await readBatch(cloud, id)
  if (!batch) return refuse({ code: 'GIFT_BATCH_NOT_FOUND' })
  const checked = checkNumbers(batch, { from, to })
  if (!checked.ok)
    return refuse(
      batchRefusal(checked.error) as ReturnType<typeof batchRefusal> & { code: 'GIFT_BATCH_NUMBERS' },
    )
  const [first, { wallet }] = await Promise.all([readCard(cloud, cardIdOf(id, from)), freshSettings(call)])
  if (!first) throw new Error(`card ${from} of batch ${id} is gone`)
  const tender = { wechatFen: 0, counterFen: batch.principalFen, parts: [] }
  const occasion = { id: `activated:${memberId}:${at}`, at, day: today }
  const sale = saleOf(first, tender, occasion, wallet.prepaid)
  const draft = { ...first, state: 'draft', sale: null, claim: null, end: null } as const
  const moved = moveCard(draft, { does: 'pay', sale }, today)
  if (!moved.ok) throw new Error(`a draft cannot be sold: ${moved.error.code}`)
  const upTo = Math.min(to, from + CARDS_A_CALL - 1)
  const { state } = moved.value
  const activated = await sellNumbered(cloud, id, { from, to: upTo }, { state, sale })
  return ok({ activated, validUntil: sale.validUntil, next: upTo < to ? upTo + 1 : null })
}

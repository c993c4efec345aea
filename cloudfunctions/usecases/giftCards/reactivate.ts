import { addMonths } from '@shared/kernel/day'
import { ok, refuse } from '@shared/kernel/result'
import { hasExpired } from '@shared/rules/giftCards/card'
import { moveCard } from '@shared/rules/giftCards/move'
import { commandOnCard, readCard } from '../../database/giftCards'
import type { UseCase } from '../../runtime/call'
import { endCard } from './endCard'
import { shopFace } from './faces'
import { cardRefusal } from './refusals'

/** A card that the timer has not found yet has expired all the same: that is put down first. */
export const reactivate: UseCase<'giftCards.reactivate'> = async (call, { id }) => {
  const { cloud, today } = call
  const [card, settings] = await Promise.all([readCard(cloud, id), call.settings()])
  if (card?.origin.of !== 'batch') return refuse({ code: 'GIFT_CARD_NOT_FOUND' })
  if (card.state !== 'expired' && hasExpired(card, today))
    await endCard(call, settings, card, { does: 'expire', by: 'system', reason: null })
  const validUntil = addMonths(today, 12 * settings.wallet.prepaid.bearerYears)
  const done = await commandOnCard(cloud, id, (now) => {
    if (!now) throw new Error(`card ${id} is gone`)
    const moved = moveCard(now, { does: 'reactivate', validUntil }, today)
    return moved.ok ? moved : refuse(cardRefusal(moved.error))
  })
  return done.ok ? ok({ card: shopFace(done.value, today) }) : done
}

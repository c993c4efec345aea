import { ok } from '@shared/kernel/result'
import { readCard, readNumbered } from '../../database/giftCards'
import type { UseCase } from '../../runtime/call'
import { shopFace } from './faces'

const PAGE = 50

export const cards: UseCase<'giftCards.cards'> = async ({ cloud, today }, input) => {
  if (input.of === 'card') {
    const card = await readCard(cloud, input.id)
    return ok({ cards: card ? [shopFace(card, today)] : [], next: null })
  }
  const to = input.from + PAGE - 1
  const found = await readNumbered(cloud, input.id, { from: input.from, to })
  return ok({
    cards: found.map((card) => shopFace(card, today)),
    next: found.length === PAGE ? to + 1 : null,
  })
}

import { dayOf } from '@shared/kernel/businessDay'
import { giverOf, type GiftCard } from '@shared/rules/giftCards/card'
import { cardsOver } from '../../database/giftCards'
import type { Moment } from '../../database/commandOnAccount'
import type { TimerWork } from '../../runtime/serveTimer'
import { endCard } from './endCard'
import type { Settings } from '@shared/rules/settings/settings'

const CARDS_A_SLICE = 100

/** Ends cards whose days are over: what was paid for them goes into the wallets of those who gave them. */
export const expireCards: TimerWork = async ({ cloud, at, settings, hasTime }) => {
  const moment = { cloud, at, today: dayOf(at) }
  let expired = 0
  for (const state of ['paid', 'shared'] as const) {
    while (hasTime()) {
      const over = await cardsOver(cloud, state, moment.today, CARDS_A_SLICE)
      const rules = await settings(at)
      await Promise.all([...byGiver(over).values()].map((cards) => expireAll(moment, rules, cards)))
      expired += over.length
      if (over.length < CARDS_A_SLICE) break
    }
  }
  return { expired }
}

/** One after the other: they all change the same account. */
async function expireAll(moment: Moment, settings: Settings, cards: readonly GiftCard[]): Promise<void> {
  for (const card of cards)
    await endCard(moment, settings, card, { does: 'expire', by: 'system', reason: null })
}

function byGiver(cards: readonly GiftCard[]): Map<string, GiftCard[]> {
  const groups = new Map<string, GiftCard[]>()
  for (const card of cards) {
    const giver = giverOf(card) ?? card._id
    groups.set(giver, [...(groups.get(giver) ?? []), card])
  }
  return groups
}

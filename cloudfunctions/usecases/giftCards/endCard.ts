import { refuse, ok, type Result } from '@shared/kernel/result'
import { expiredBack, refundedBack } from '@shared/rules/giftCards/back'
import { bookReturned } from '@shared/rules/giftCards/book'
import { giverOf, type Ending, type GiftCard } from '@shared/rules/giftCards/card'
import { endedMessage } from '@shared/rules/giftCards/cardMessages'
import { moveCard } from '@shared/rules/giftCards/move'
import { tell } from '@shared/rules/messages/tell'
import { newRefund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../database/commandOnAccount'
import { commandOnCard } from '../../database/giftCards'
import { outRefundNoOf } from './ids'
import { cardRefusal, type MoveRefusal } from './refusals'
import { transactOnCards } from './transactOnCards'

/** How a card ends unclaimed, and by whom. */
export interface CardEnd {
  readonly does: 'refund' | 'expire' | 'void'
  readonly by: Ending['by']
  readonly reason: string | null
}

const WHY = { refund: 'refunded', expire: 'expired', void: 'voided' } as const

type Ended = Result<GiftCard, MoveRefusal>

/**
 * Ends a card that nobody claimed: in one transaction with its giver's account and the refund that WeChat is to pay, or
 * nothing of it. One that ended so already is answered as it is. WeChat is asked after it, by the caller.
 */
export function endCard(moment: Moment, settings: Settings, card: GiftCard, end: CardEnd): Promise<Ended> {
  const giver = giverOf(card)
  return giver === null ? endPrinted(moment, card, end) : endGiven(moment, settings, card, giver, end)
}

/** What the till gives back for a printed card is nobody's entry. */
function endPrinted(moment: Moment, { _id }: GiftCard, end: CardEnd): Promise<Ended> {
  return commandOnCard(moment.cloud, _id, (card) => {
    if (!card) throw new Error(`card ${_id} is gone`)
    return ended(card, end, moment)
  })
}

function endGiven(
  moment: Moment,
  settings: Settings,
  { _id, origin }: GiftCard,
  giver: string,
  end: CardEnd,
): Promise<Ended> {
  const purchaseId = origin.of === 'purchase' ? origin.purchaseId : _id
  const places = { purchaseId, cards: [_id], refund: outRefundNoOf(_id) }
  return transactOnCards<Ended>(moment, giver, places, settings, (account, { cards: [card], payment }) => {
    if (!card || !account) throw new Error(`card ${_id} or its giver is gone`)
    const moved = ended(card, end, moment)
    if (!moved.ok || moved.value === card) return { answer: moved }
    const next = moved.value
    if (!next.end) throw new Error(`card ${_id} has no end`)
    const { back } = next.end
    const { today, at } = moment
    const returned = bookReturned(account, { card: next, back, why: WHY[end.does] }, settings, {
      today,
      at,
      by: end.by,
    })
    const message = endedMessage(next, giver, { today, at })
    if (back.wechatFen > 0 && !payment) throw new Error(`card ${_id} was paid by WeChat, but has no payment`)
    const asked = { outRefundNo: outRefundNoOf(_id), refundFen: back.wechatFen, reason: '礼品卡退款' }
    return {
      next: message ? tell(returned, message) : returned,
      cards: [next],
      ...(back.wechatFen > 0 && payment ? { refund: newRefund(payment, asked, at) } : {}),
      answer: ok(next),
    }
  })
}

function ended(card: GiftCard, { does, by, reason }: CardEnd, { today, at }: Moment): Ended {
  const back = does === 'expire' ? expiredBack(card) : refundedBack(card, today)
  const moved = moveCard(card, { does, end: { by, at, day: today, reason, back } }, today)
  return moved.ok ? moved : refuse(cardRefusal(moved.error))
}

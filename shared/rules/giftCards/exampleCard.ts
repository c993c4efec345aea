import { NO_WALLET } from '../wallet/wallet'
import { LEGAL_PREPAID } from '../wallet/settings'
import { newCard, type CardTender, type GiftCard } from './card'
import type { Claimer } from './claim'
import { moveCard, type CardMove } from './move'
import { saleOf } from './sale'
import { DEFAULT_GIFT_CARDS, type GiftCardSettings } from './settings'

/* Cards of ¥200 with ¥20 on top, and how to speak of them in a test. */

export const TODAY = '2026-03-01'
export const LAST_DAY = '2029-03-01'
export const DAY_AFTER = '2029-03-02'
export const AT = 1_772_330_400_000

const BY_WECHAT: CardTender = { wechatFen: 20_000, counterFen: 0, parts: [] }

export function cardOf(origin: GiftCard['origin']['of'] = 'purchase'): GiftCard {
  const origins = {
    purchase: { of: 'purchase', buyer: 'giver', purchaseId: 'p1' },
    yearEnd: { of: 'yearEnd', member: 'giver', year: 2025 },
    batch: { of: 'batch', batchId: 'b1', number: 7 },
  } as const
  return newCard({
    _id: 'c1',
    codeHash: 'hash',
    origin: origins[origin],
    designId: 'tea',
    message: '生日快乐',
    from: '小林',
    principalFen: origin === 'yearEnd' ? 0 : 20_000,
    bonusFen: 2_000,
  })
}

const TENDERS: Readonly<Record<GiftCard['origin']['of'], CardTender>> = {
  purchase: BY_WECHAT,
  yearEnd: { wechatFen: 0, counterFen: 0, parts: [] },
  batch: { wechatFen: 0, counterFen: 20_000, parts: [] },
}

/** A card that was paid for today. */
export function soldCard(origin: GiftCard['origin']['of'] = 'purchase', tender = TENDERS[origin]): GiftCard {
  const card = cardOf(origin)
  const sale = saleOf(card, tender, { id: 's1', at: AT, day: TODAY }, LEGAL_PREPAID)
  return after(card, [{ does: 'pay', sale }])
}

export function after(card: GiftCard, moves: readonly CardMove[], today = TODAY): GiftCard {
  return moves.reduce((next, move) => {
    const moved = moveCard(next, move, today)
    if (!moved.ok) throw new Error(moved.error.code)
    return moved.value
  }, card)
}

export const newcomer = (member = 'recipient'): Claimer => ({ member, hasJoined: false, wallet: NO_WALLET })

export const ON_SALE: GiftCardSettings = {
  ...DEFAULT_GIFT_CARDS,
  version: 3,
  isOn: true,
  designs: [{ id: 'tea', name: { zh: '茶', en: 'Tea' }, picture: 'drawn:tea', isOn: true }],
  amounts: [
    { amountFen: 20_000, bonusFen: 2_000 },
    { amountFen: 50_000, bonusFen: 0 },
  ],
  anyAmount: { leastFen: 1_000, mostFen: 100_000 },
}

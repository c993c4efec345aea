import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import { refundedBack } from '@shared/rules/giftCards/back'
import { hasExpired, type CardState, type GiftCard } from '@shared/rules/giftCards/card'
import { whyNotClaimable } from '@shared/rules/giftCards/move'
import type { GiftCardSettings } from '@shared/rules/giftCards/settings'
import { giverWords, recipientWords } from '@shared/rules/giftCards/words'
import { fundsOf, totalFenOf } from '@shared/rules/wallet/wallet'

type DesignFace = OutputOf<'giftCards.offer'>['designs'][number]
type GivenCard = OutputOf<'giftCards.read'>
type FoundCard = OutputOf<'giftCards.peek'>['card']
type ShopCard = OutputOf<'giftCards.void'>['card']

type Designs = Pick<GiftCardSettings, 'designs'>

const NO_DESIGN = { name: { zh: '礼品卡', en: 'Gift card' }, picture: 'drawn:parcel' }

/** The face of a card; one that the shop has taken away since is a plain one. */
export function designFace({ designs }: Designs, designId: string): DesignFace {
  const { name, picture } = designs.find(({ id }) => id === designId) ?? NO_DESIGN
  return { id: designId, name, picture }
}

export function givenFace(card: GiftCard, designs: Designs, today: Day): GivenCard {
  const isOpen = whyNotClaimable(card, today) === null
  return {
    ...faceOf(card, designs),
    id: card._id,
    state: stateOf(card, today),
    says: giverWords(card, today),
    soldAt: card.sale?.at ?? null,
    canShare: isOpen,
    refund: isOpen && card.origin.of === 'purchase' ? refundFace(card, today) : null,
  }
}

function refundFace(card: GiftCard, today: Day): GivenCard['refund'] {
  const { wechatFen, parts, toWallet } = refundedBack(card, today)
  return { wechatFen, balanceFen: totalFenOf(fundsOf([...parts, toWallet])) }
}

const FOUND: Readonly<Record<CardState, FoundCard['state']>> = {
  draft: 'notActive',
  paid: 'claimable',
  shared: 'claimable',
  claimed: 'claimed',
  refunded: 'refunded',
  expired: 'expired',
  voided: 'voided',
}

/** What somebody sees of a card whose code they have: never who did what to it. */
export function foundFace(card: GiftCard, reader: string, designs: Designs, today: Day): FoundCard {
  const isMine = card.claim?.by === reader
  return {
    ...faceOf(card, designs),
    state: isMine ? 'mine' : FOUND[stateOf(card, today)],
    says: recipientWords(card, reader, today),
  }
}

export function shopFace(card: GiftCard, today: Day): ShopCard {
  const { _id, origin, principalFen, bonusFen, sale } = card
  return {
    id: _id,
    number: origin.of === 'batch' ? origin.number : null,
    state: stateOf(card, today),
    principalFen,
    bonusFen,
    says: origin.of === 'batch' && card.state === 'draft' ? NOT_SOLD : giverWords(card, today),
    validUntil: sale?.validUntil ?? null,
  }
}

const NOT_SOLD = { zh: '还没有售出', en: 'Not sold yet' }

/** Past its last day a card has expired, whether the timer has said so or not. */
const stateOf = (card: GiftCard, today: Day): CardState => (hasExpired(card, today) ? 'expired' : card.state)

function faceOf({ designId, message, from, principalFen, bonusFen, sale }: GiftCard, designs: Designs) {
  return {
    design: designFace(designs, designId),
    message,
    from,
    principalFen,
    bonusFen,
    validUntil: sale?.validUntil ?? null,
  }
}

import type { Basis, Entry } from '../account/entry'
import { afterLines } from './afterLines'
import { fact, part, sum, type ExplainLine } from './explanation'

type BasisOf<Of extends Basis['of']> = Extract<Basis, { of: Of }>

/** Opens a purchase of cards: what each costs, and what paid for them all. */
export function cardsBoughtLines(entry: Entry, basis: BasisOf<'giftCardsBought'>): ExplainLine[] {
  const { count, priceFen, bonusFen, wechatFen, balanceFen } = basis
  return [
    fact({ zh: '张数', en: 'Cards' }, count, 'items'),
    fact({ zh: '每张面额', en: 'Of each card' }, priceFen, 'fen'),
    ...(bonusFen > 0
      ? [fact({ zh: '每张加赠（领取后发放）', en: 'Put on top of each, once claimed' }, bonusFen, 'fen')]
      : []),
    ...(balanceFen > 0 ? [part({ zh: '余额（本金）支付', en: 'Paid by principal' }, balanceFen, 'fen')] : []),
    ...(wechatFen > 0 ? [part({ zh: '微信支付', en: 'Paid by WeChat Pay' }, wechatFen, 'fen')] : []),
    sum({ zh: '支付合计', en: 'Paid in all' }, balanceFen + wechatFen, 'fen'),
    ...afterLines(entry),
  ]
}

/** Opens a claim: what the card held of each kind. */
export function cardClaimedLines(entry: Entry, basis: BasisOf<'giftCardClaimed'>): ExplainLine[] {
  const { principalFen, bonusFen } = basis
  return [
    part({ zh: '面额，计入本金', en: 'Of the card, as principal' }, principalFen, 'fen'),
    ...(bonusFen > 0
      ? [part({ zh: '店铺加赠，计入赠金', en: 'On top by the store, as bonus' }, bonusFen, 'fen')]
      : []),
    sum({ zh: '进入余额', en: 'Into the balance' }, principalFen + bonusFen, 'fen'),
    ...afterLines(entry),
  ]
}

/** Opens what came back of a card that nobody claimed, by each way. */
export function cardReturnedLines(entry: Entry, basis: BasisOf<'giftCardReturned'>): ExplainLine[] {
  const { wechatFen, principalFen, bonusFen } = basis
  return [
    ...(wechatFen > 0 ? [part({ zh: '原路退回微信', en: 'Back by WeChat Pay' }, wechatFen, 'fen')] : []),
    ...(principalFen > 0
      ? [part({ zh: '退到余额（本金）', en: 'Back as principal' }, principalFen, 'fen')]
      : []),
    ...(bonusFen > 0 ? [part({ zh: '退到余额（赠金）', en: 'Back as bonus' }, bonusFen, 'fen')] : []),
    sum({ zh: '退回合计', en: 'Back in all' }, wechatFen + principalFen + bonusFen, 'fen'),
    ...afterLines(entry),
  ]
}

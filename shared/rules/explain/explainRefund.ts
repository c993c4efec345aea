import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import { afterLines } from './afterLines'
import { fact, note, part, sum, type ExplainLine, type ExplainUnit } from './explanation'
import { moneyText, validityOf } from './texts'

type RefundBasis = Extract<Basis, { of: 'refund' }>

/** Opens a refund: its share of what the order earned, where the points were taken from, what is owed. */
export function refundLines(entry: Entry, basis: RefundBasis): ExplainLine[] {
  return [
    ...moneyLines(basis),
    ...pointsLines(basis),
    ...takenFromLines(entry, basis),
    ...growthLines(entry, basis),
    ...afterLines(entry),
  ]
}

/** Opens what the shop paid out of the till, since WeChat would not give it back. */
export function byHandLines({ amountFen, text }: Extract<Basis, { of: 'refundByHand' }>): ExplainLine[] {
  return [
    fact({ zh: '到店退款', en: 'Refunded over the counter' }, amountFen, 'fen'),
    note({
      zh: '微信没有退回这笔款，改由门店退还；积分、成长值和余额没有变化。',
      en: 'WeChat did not give it back, so the shop paid it out; points, growth and balances did not change.',
    }),
    note({ zh: `说明：${text}`, en: `Note: ${text}` }),
  ]
}

function moneyLines({ amountFen, freightFen, paidFen }: RefundBasis): ExplainLine[] {
  const refunded: Words = { zh: '退款金额', en: 'Refunded' }
  const parts = [
    part({ zh: '退商品', en: 'For goods' }, amountFen, 'fen'),
    part({ zh: '退运费', en: 'For freight' }, freightFen, 'fen'),
    sum(refunded, amountFen + freightFen, 'fen'),
  ]
  return [
    ...(freightFen > 0 ? parts : [fact(refunded, amountFen, 'fen')]),
    fact({ zh: '订单商品实付', en: 'Paid for the goods of the order' }, paidFen, 'fen'),
  ]
}

function pointsLines(basis: RefundBasis): ExplainLine[] {
  const { earnedPoints, takenBeforePoints, takenBackPoints } = basis
  if (earnedPoints === 0) return []
  return [
    fact({ zh: '订单当时获得积分', en: 'Points that the order earned' }, earnedPoints, 'points'),
    ...shareLines(basis, takenBeforePoints, takenBackPoints, 'points'),
    sum({ zh: '这次收回积分', en: 'Points taken back now' }, takenBackPoints, 'points'),
  ]
}

/** What all refunds so far take back by their share of the money, less what earlier ones took. */
function shareLines(basis: RefundBasis, before: number, now: number, unit: ExplainUnit): ExplainLine[] {
  return [
    part(shareLabel(basis), before + now, unit),
    ...(before > 0 ? [part({ zh: '此前退款已收回', en: 'Earlier refunds took' }, -before, unit)] : []),
  ]
}

function shareLabel({ refundedBeforeFen, amountFen, paidFen }: RefundBasis): Words {
  const refundedFen = refundedBeforeFen + amountFen
  if (refundedFen >= paidFen)
    return { zh: '商品款已全部退回，应收回全部', en: 'All was refunded, so all of it goes back' }
  const [refunded, paid] = [moneyText(refundedFen), moneyText(paidFen)]
  return {
    zh: `累计退款 ${refunded}，占实付 ${paid} 的份额应收回`,
    en: `Share of ${refunded} refunded in all, of ${paid} paid`,
  }
}

/** While they were pending from there; else from the order's own lot first, then from others; the rest is owed. */
function takenFromLines({ lots, pending }: Entry, basis: RefundBasis): ExplainLine[] {
  const { takenBackPoints, debt, validUntil: own } = basis
  if (takenBackPoints === 0) return []
  return [
    ...pending.map(({ releaseDay, points }) =>
      part(
        {
          zh: `从待入账积分收回（原定 ${dayWords(releaseDay).zh}入账）`,
          en: `From the pending points due on ${dayWords(releaseDay).en}`,
        },
        -points,
        'points',
      ),
    ),
    ...[...lots]
      .sort((a, b) => Number(b.validUntil === own) - Number(a.validUntil === own))
      .map(({ validUntil, points }) =>
        part(lotLabel(validUntil === own, validityOf(validUntil)), -points, 'points'),
      ),
    ...(debt > 0
      ? [part({ zh: '已经用掉，记为积分欠款', en: 'Spent already, so they are owed' }, debt, 'points')]
      : []),
    sum({ zh: '收回合计', en: 'Taken back in all' }, takenBackPoints, 'points'),
  ]
}

function lotLabel(isOwn: boolean, good: Words): Words {
  return isOwn
    ? { zh: `先从这笔订单的积分收回（${good.zh}）`, en: `From the order's own points first (${good.en})` }
    : { zh: `再从其他积分收回（${good.zh}）`, en: `Then from other points (${good.en})` }
}

/** Growth goes down only by what still counts: what left the window is not taken a second time. */
function growthLines({ change }: Entry, basis: RefundBasis): ExplainLine[] {
  const { earnedGrowth, takenBeforeGrowth, takenBackGrowth } = basis
  if (earnedGrowth === 0) return []
  const uncounted = takenBackGrowth + change.growth
  return [
    fact({ zh: '订单当时获得成长值', en: 'Growth that the order earned' }, earnedGrowth, 'growth'),
    ...shareLines(basis, takenBeforeGrowth, takenBackGrowth, 'growth'),
    ...(uncounted > 0
      ? [
          part(
            { zh: '其中已不再计入的，不重复扣减', en: 'Of it, what had stopped counting' },
            -uncounted,
            'growth',
          ),
        ]
      : []),
    sum({ zh: '这次扣减成长值', en: 'Growth taken off now' }, 0 - change.growth, 'growth'),
  ]
}

import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { Basis, Entry } from '../account/entry'
import { worthWords } from '../coupons/words'
import type { Settings } from '../settings/settings'
import { agreementOf } from '../wallet/agreement'
import { EARLIER } from '../wallet/lots'
import { freeFunds, fundsOf, totalFenOf, walletOf, type Channel, type Funds } from '../wallet/wallet'
import { becomesWords } from '../wallet/yearEndMessages'
import { afterLines } from './afterLines'
import { boundedParts } from './bounded'
import { validityLines } from './earnedLines'
import { fact, note, part, sum, type ExplainLine, type Explanation } from './explanation'
import { countText, joined, pointsOf } from './texts'

type BasisOf<Of extends Basis['of']> = Extract<Basis, { of: Of }>

const LOTS_SHOWN = 12

const PAID_BY: Readonly<Record<Channel, Words>> = {
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
  counter: { zh: '到店付款', en: 'paid in the shop' },
}

/** Opens a top-up: what was paid, what came on top, how it was paid, and by which agreement. */
export function topUpLines(entry: Entry, basis: BasisOf<'topUp'>): ExplainLine[] {
  const { paidFen, bonusFen, planName, paidBy, points, growth } = basis
  const way = PAID_BY[paidBy]
  return [
    ...(planName ? [note({ zh: `储值方案：${planName.zh}。`, en: `Plan: ${planName.en}.` })] : []),
    part({ zh: `支付（${way.zh}），计入本金`, en: `Paid (${way.en}), as principal` }, paidFen, 'fen'),
    part({ zh: '赠金', en: 'Bonus' }, bonusFen, 'fen'),
    sum({ zh: '储值合计', en: 'In all' }, paidFen + bonusFen, 'fen'),
    ...(points > 0 ? [fact({ zh: '赠送积分', en: 'Points that came with it' }, points, 'points')] : []),
    ...(growth > 0 ? [fact({ zh: '赠送成长值', en: 'Growth that came with it' }, growth, 'growth')] : []),
    ...couponNotes(basis),
    ...(points > 0 ? validityLines(entry) : []),
    agreementNote(basis),
    ...afterLines(entry),
  ]
}

function couponNotes({ coupons }: BasisOf<'topUp'>): ExplainLine[] {
  return coupons.map(({ count, name, takesOff, validUntil }) => {
    const [worth, until] = [worthWords(takesOff), dayWords(validUntil)]
    return note({
      zh: `赠券：${name.zh}（${worth.zh}）${count} 张，${until.zh}前有效。`,
      en: `Coupons: ${count} × ${name.en} (${worth.en}), good until ${until.en}.`,
    })
  })
}

function agreementNote({ agreement, paidBy }: BasisOf<'topUp'>): ExplainLine {
  return paidBy === 'counter'
    ? note({
        zh: `在店内付款，由店员按储值协议（版本 ${agreement}）记录。`,
        en: `Paid in the shop and recorded there, by the agreement of version ${agreement}.`,
      })
    : note({
        zh: `按您同意的储值协议（版本 ${agreement}）。`,
        en: `By the agreement that you accepted (version ${agreement}).`,
      })
}

/** Opens a refund of the wallet, top-up by top-up: what is paid out how, and the bonus that goes with it. */
export function walletRefundLines(entry: Entry, { parts, ground }: BasisOf<'walletRefund'>): ExplainLine[] {
  const { principalFen, bonusFen } = fundsOf(parts)
  return [
    ...parts.map((each) => {
      const way = PAID_OUT[each.payBack]
      return part(
        { zh: `${topUpName(each.lotId).zh}，${way.zh}`, en: `${topUpName(each.lotId).en}, ${way.en}` },
        each.principalFen,
        'fen',
      )
    }),
    sum({ zh: '退还本金', en: 'Principal paid back' }, principalFen, 'fen'),
    ...(bonusFen > 0
      ? [fact({ zh: '同时收回的赠金', en: 'Bonus taken back with it' }, bonusFen, 'fen')]
      : []),
    ground.by === 'right'
      ? note({
          zh: '付款后退款期内，会员自行申请。',
          en: 'Asked for by the member, within the days of the right.',
        })
      : note({ zh: `商家办理：${ground.reason}`, en: `By the store: ${ground.reason}` }),
    ...afterLines(entry),
  ]
}

const PAID_OUT: Readonly<Record<Channel, Words>> = {
  wechat: { zh: '原路退回微信', en: 'back by WeChat Pay' },
  counter: { zh: '店内退还', en: 'paid out in the shop' },
}

const topUpName = (id: string): Words =>
  id === EARLIER ? { zh: '较早的储值', en: 'Earlier top-ups' } : { zh: '一笔储值', en: 'A top-up' }

/** Opens what came back of a refund that WeChat did not pay out. */
export function refundReturnedLines(entry: Entry, { parts }: BasisOf<'walletRefundReturned'>): ExplainLine[] {
  const { principalFen, bonusFen } = fundsOf(parts)
  return [
    note({
      zh: '微信支付未能退款，这笔金额连同赠金已退回钱包。',
      en: 'WeChat Pay could not pay this back, so the amount is in the wallet again, with its bonus.',
    }),
    part({ zh: '退回本金', en: 'Principal put back' }, principalFen, 'fen'),
    part({ zh: '退回赠金', en: 'Bonus put back' }, bonusFen, 'fen'),
    sum({ zh: '退回合计', en: 'In all' }, principalFen + bonusFen, 'fen'),
    ...afterLines(entry),
  ]
}

/** Opens bonus that became something else at the end of a year: how much, by which rule, after which notice. */
export function convertedLines(entry: Entry, basis: BasisOf<'bonusConverted'>): ExplainLine[] {
  const { bonusFen, becomes, toldOn, repaid } = basis
  const [into, told] = [becomesWords(becomes), dayWords(toldOn)]
  return [
    fact({ zh: '转换的赠金', en: 'Bonus converted' }, bonusFen, 'fen'),
    note({ zh: `转换为${into.zh}。`, en: `It became ${into.en}.` }),
    note({
      zh: `已在 ${told.zh}通知您；本金不受影响。`,
      en: `You had word of it on ${told.en}; principal stays as it is.`,
    }),
    ...(repaid > 0
      ? [
          note({
            zh: `其中 ${countText(repaid)} 积分先还欠款。`,
            en: `${pointsOf(repaid)} of it repaid a debt first.`,
          }),
        ]
      : []),
    ...(becomes.of === 'points' ? validityLines(entry) : []),
    ...afterLines(entry),
  ]
}

/** Opens stored value into the top-ups that it is left of, each kind by itself, and what orders in payment hold. */
export function explainWallet(account: Account, { wallet: settings }: Settings): Explanation {
  const wallet = walletOf(account)
  const { lots } = wallet
  const heldFen = totalFenOf(fundsOf(lots)) - totalFenOf(freeFunds(wallet))
  const kinds = [
    { name: { zh: '本金', en: 'Principal' }, of: (lot: Funds) => lot.principalFen },
    { name: { zh: '赠金', en: 'Bonus' }, of: (lot: Funds) => lot.bonusFen },
  ]
  const lines = kinds.flatMap(({ name, of }) => {
    const items = lots
      .filter((lot) => of(lot) > 0)
      .map((lot) => ({ label: leftOfWords(lot.id, lot.day), amount: of(lot) }))
    if (items.length === 0) return []
    const amount = items.reduce((all, item) => all + item.amount, 0)
    return [...boundedParts(items, LOTS_SHOWN, 'fen', restWords), sum(name, amount, 'fen')]
  })
  return {
    title: { zh: '储值余额', en: 'Stored value' },
    lines: [
      ...(lines.length > 0
        ? lines
        : [note({ zh: '现在没有储值余额。', en: 'There is no stored value now.' })]),
      ...(heldFen > 0
        ? [fact({ zh: '其中待付款订单占用', en: 'Of it held for orders in payment' }, heldFen, 'fen')]
        : []),
    ],
    rules: [{ text: joined(agreementOf(settings)), topic: 'wallet', version: settings.version }],
    source: null,
  }
}

function leftOfWords(id: string, day: string): Words {
  const when = dayWords(day)
  return id === EARLIER
    ? { zh: `${when.zh}及更早的储值`, en: `Left of top-ups up to ${when.en}` }
    : { zh: `${when.zh}的储值`, en: `Left of the top-up of ${when.en}` }
}

const restWords = (count: number): Words => ({
  zh: `更晚的 ${count} 笔储值`,
  en: `${count} later top-ups`,
})

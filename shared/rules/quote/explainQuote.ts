import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import { boundedParts } from '../explain/bounded'
import { fact, note, part, sum, type ExplainLine } from '../explain/explanation'
import { countText, moneyText } from '../explain/texts'
import { amountOf, type Deduction, type Step } from './deduction'
import { paidLines } from './paidLines'
import type { NotUsed } from './priceStep'
import type { Quote, QuotedLine } from './quoted'

const ITEMS_SHOWN = 12

/** Opens a quote step by step: what each took off and why, what was not used, what is paid with what, what earns. `rest` names what is no stored value. */
export function quoteLines(quote: Quote, rest?: Words): ExplainLine[] {
  const { lines, freight, payableFen } = quote
  const listFen = sumOf(lines, (line) => line.listFen)
  const goodsFen = sumOf(lines, (line) => line.paidFen)
  return [
    ...boundedParts(lines.map(item), ITEMS_SHOWN, 'fen', (count) => ({
      zh: `另外 ${count} 种商品`,
      en: `${count} more items`,
    })),
    sum(LIST, listFen, 'fen'),
    ...goodsSteps(quote, listFen),
    ...(freight.listFen > 0 ? [part(FREIGHT, freight.listFen, 'fen'), ...offParts(quote, 'freight')] : []),
    part({ zh: '商品应付', en: 'For goods' }, goodsFen, 'fen'),
    sum({ zh: '应付合计', en: 'To be paid' }, payableFen, 'fen'),
    ...paidLines(quote.paid, { zh: '支付合计', en: 'Paid in all' }, rest),
    fact({ zh: '计算积分的金额（不含运费）', en: 'What earns points (without freight)' }, goodsFen, 'fen'),
  ]
}

const LIST: Words = { zh: '商品原价合计', en: 'Goods at list price' }
const PRICED: Words = { zh: '会员价或自动优惠后', en: 'After member prices and discounts' }
const AFTER_COUPONS: Words = { zh: '用券后', en: 'After coupons' }
const AFTER_POINTS: Words = { zh: '积分抵扣后', en: 'After points' }
const FREIGHT: Words = { zh: '运费', en: 'Freight' }

function item({ name, quantity, listFen, options }: QuotedLine): { label: Words; amount: Fen } {
  const inBoth = { zh: options.map(({ zh }) => zh), en: options.map(({ en }) => en) }
  const chosen =
    options.length === 0
      ? { zh: '', en: '' }
      : { zh: `（${inBoth.zh.join('，')}）`, en: ` (${inBoth.en.join(', ')})` }
  const times = quantity === 1 ? '' : ` × ${countText(quantity)}`
  return {
    label: { zh: `${name.zh}${chosen.zh}${times}`, en: `${name.en}${chosen.en}${times}` },
    amount: listFen,
  }
}

const GOODS_STEPS: readonly { readonly step: Step; readonly after: Words }[] = [
  { step: 'price', after: PRICED },
  { step: 'coupons', after: AFTER_COUPONS },
  { step: 'points', after: AFTER_POINTS },
]

/** Each step that took something off the goods: what there was before it, what each took, what is left. */
function goodsSteps(quote: Quote, listFen: Fen): ExplainLine[] {
  let before = { label: LIST, fen: listFen }
  return GOODS_STEPS.flatMap(({ step, after }) => {
    const taken = offParts(quote, step)
    const from = before
    if (taken.length > 0) before = { label: after, fen: from.fen + sumOf(taken, ({ amount }) => amount ?? 0) }
    const lines =
      taken.length > 0 ? [part(from.label, from.fen, 'fen'), ...taken, sum(after, before.fen, 'fen')] : []
    return [...lines, ...besideStep(step, quote)]
  })
}

function besideStep(step: Step, { notUsed, points }: Quote): ExplainLine[] {
  if (step === 'price') return notUsed.map((each) => note(notUsedWords(each)))
  if (step === 'points' && points.used > 0)
    return [fact({ zh: '使用积分', en: 'Points used' }, points.used, 'points')]
  return []
}

function offParts({ deductions }: Quote, step: Step): ExplainLine[] {
  return deductions
    .filter((each) => each.step === step)
    .map((each) => part(deductionWords(each), -amountOf(each), 'fen'))
}

const KINDS: Readonly<Record<Deduction['of'], Words | null>> = {
  memberPrice: null,
  level: { zh: '等级权益', en: 'Benefit' },
  memberDay: { zh: '会员日', en: 'Member day' },
  campaign: { zh: '活动', en: 'Campaign' },
  coupon: { zh: '优惠券', en: 'Coupon' },
  points: null,
}

function deductionWords({ of, name, worth }: Deduction): Words {
  const kind = KINDS[of]
  const named = kind === null ? name : { zh: `${kind.zh}「${name.zh}」`, en: `${kind.en} "${name.en}"` }
  return worth === null ? named : { zh: `${named.zh} ${worth.zh}`, en: `${named.en}, ${worth.en}` }
}

function notUsedWords({ name, why }: NotUsed): Words {
  const reason = whyWords(why)
  return { zh: `「${name.zh}」未采用：${reason.zh}。`, en: `"${name.en}" was not used: ${reason.en}.` }
}

function whyWords(why: NotUsed['why']): Words {
  switch (why.of) {
    case 'notTheBest':
      return { zh: '已采用更优惠的一种', en: 'something else is better and they do not go together' }
    case 'coupon':
      return { zh: '不与所选优惠券同享', en: 'it does not go together with the coupon chosen' }
    case 'amount':
      return { zh: `还差 ${moneyText(why.missingFen)}`, en: `${moneyText(why.missingFen)} more is needed` }
    case 'quantity':
      return { zh: `还差 ${countText(why.missing)} 件`, en: `${countText(why.missing)} more to buy` }
  }
}

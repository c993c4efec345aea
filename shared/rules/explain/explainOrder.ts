import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { OrderDocument, Refund, SaleDocument } from '../orders/order'
import { boundedParts } from './bounded'
import { fact, part, sum, type ExplainLine, type Explanation, type ExplainUnit } from './explanation'

const REFUNDS_SHOWN = 10

/** Opens an order: what was paid, used and earned, what was refunded, and what is left of each. */
export function explainOrder(order: OrderDocument): Explanation {
  return {
    title: { zh: `订单 ${order.externalId}`, en: `Order ${order.externalId}` },
    lines: order.kind === 'sale' ? saleLines(order) : pastLines(order),
    rules: [
      {
        text: {
          zh: '获得的积分和成长值按下单当日的规则，退款也按那时的规则收回。',
          en: "Points and growth by the rules of the order's day; a refund takes them back by the same rules.",
        },
        topic: 'earning',
        version: order.ruleVersion,
      },
    ],
    source: {
      label: { zh: `订单 ${order._id}`, en: `Order ${order._id}` },
      at: order.placedAt,
      day: order.placedDay,
      orderId: null,
    },
  }
}

function pastLines({ amountFen, quantity }: OrderDocument): ExplainLine[] {
  return [
    fact({ zh: '件数', en: 'Quantity' }, quantity, 'items'),
    fact({ zh: '实付', en: 'Paid' }, amountFen, 'fen'),
  ]
}

function saleLines(order: SaleDocument): ExplainLine[] {
  const { amountFen, freightFen, pointsUsed, earned, refunds, quantity } = order
  return [
    fact({ zh: '件数', en: 'Quantity' }, quantity, 'items'),
    part({ zh: '商品', en: 'Goods' }, amountFen + pointsUsed.amountFen, 'fen'),
    ...(pointsUsed.amountFen > 0
      ? [part({ zh: '积分抵扣', en: 'Taken off by points' }, -pointsUsed.amountFen, 'fen')]
      : []),
    ...(freightFen > 0 ? [part({ zh: '运费', en: 'Freight' }, freightFen, 'fen')] : []),
    sum({ zh: '实付', en: 'Paid' }, amountFen + freightFen, 'fen'),
    ...leftLines(PAID, amountFen + freightFen, refunds, (each) => each.amountFen + each.freightFen),
    ...leftLines(EARNED, earned.points, refunds, ({ takenBackPoints }) => takenBackPoints),
    ...leftLines(GROWTH, earned.growth, refunds, ({ takenBackGrowth }) => takenBackGrowth),
    ...leftLines(USED, pointsUsed.points, refunds, ({ returnedPoints }) => returnedPoints),
  ]
}

interface Flow {
  readonly unit: ExplainUnit
  readonly whole: Words
  readonly left: Words
  readonly back: Words
}

const PAID: Flow = {
  unit: 'fen',
  whole: { zh: '实付', en: 'Paid' },
  left: { zh: '退款后还剩', en: 'Left after refunds' },
  back: { zh: '退款', en: 'refund' },
}
const EARNED: Flow = {
  unit: 'points',
  whole: { zh: '获得积分', en: 'Points earned' },
  left: { zh: '还留下的积分', en: 'Points left of it' },
  back: { zh: '退款收回', en: 'taken back' },
}
const GROWTH: Flow = {
  unit: 'growth',
  whole: { zh: '获得成长值', en: 'Growth earned' },
  left: { zh: '还留下的成长值', en: 'Growth left of it' },
  back: { zh: '退款收回', en: 'taken back' },
}
const USED: Flow = {
  unit: 'points',
  whole: { zh: '使用积分', en: 'Points used' },
  left: { zh: '还算用掉的积分', en: 'Points that stay used' },
  back: { zh: '退款退回', en: 'came back' },
}

/** What the order had of something, what each refund took of it, and what is left. */
function leftLines(
  { unit, whole, left, back }: Flow,
  amount: number,
  refunds: readonly Refund[],
  taken: (refund: Refund) => number,
): ExplainLine[] {
  const items = refunds
    .filter((refund) => taken(refund) !== 0)
    .map((refund) => {
      const day = dayWords(refund.day)
      return { label: { zh: `${day.zh}${back.zh}`, en: `${day.en}, ${back.en}` }, amount: -taken(refund) }
    })
  if (amount === 0) return []
  if (items.length === 0) return unit === 'fen' ? [] : [fact(whole, amount, unit)]
  const gone = refunds.reduce((all, refund) => all + taken(refund), 0)
  return [
    part(whole, amount, unit),
    ...boundedParts(items, REFUNDS_SHOWN, unit, (count) => ({
      zh: `另外 ${count} 次退款`,
      en: `${count} more refunds`,
    })),
    sum(left, amount - gone, unit),
  ]
}

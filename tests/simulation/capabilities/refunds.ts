import {
  giveBack,
  isWhole,
  leftFreight,
  pointsToReturn,
  refundedFen,
  takeBack,
  type RefundContent,
} from '../books/saleBooks'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { callOf, memberOf, type Capability, type Draw } from './command'
import { drawnSales } from './sales'
import { OWNER } from './staff'

/** A refund as it is drawn: how much is decided when it is first sent, by what is left of the sale. */
interface DrawnRefund {
  readonly orderId: string
  readonly openid: string
  readonly refundId: string
  readonly part: 'all' | 'half' | 'some' | 'nothing' | 'tooMuch' | 'freight'
  readonly shareBp: number
  /** Sent with other amounts than what goes by the same id. */
  readonly isOther: boolean
}

/** The last sales are refunded most. */
const RECENT = 20

function drawRefund(draw: Draw): DrawnRefund {
  const { random } = draw
  const sales = drawnSales(draw)
  const recent = sales.slice(random.chance(0.7) ? -RECENT : 0)
  const sale = recent.length > 0 ? random.pick(recent) : undefined
  const isOthers = random.chance(0.02)
  return {
    orderId: sale && !random.chance(0.01) ? `counter:${sale.number}` : 'counter:none',
    openid: isOthers || !sale ? draw.shopper() : sale.openid,
    refundId: random.chance(0.1) ? 'r0' : `r${draw.count()}`,
    part: random.pick([
      'all',
      'all',
      'half',
      'half',
      'some',
      'some',
      'some',
      'nothing',
      'tooMuch',
      'freight',
    ]),
    shareBp: Math.floor(random.next() * 10_000),
    isOther: random.chance(0.02),
  }
}

function contentOf(drawn: DrawnRefund, shop: ShopBooks): RefundContent {
  return shop.sentAs(`refund ${JSON.stringify(drawn)}`, () => {
    const sale = shop.sales.get(drawn.orderId)
    const left = sale ? sale.paidFen - refundedFen(sale) : 1_000
    const freight = sale ? leftFreight(sale) : 0
    const one = drawn.isOther ? 1 : 0
    const { amountFen, freightFen } = {
      all: { amountFen: left, freightFen: freight },
      half: { amountFen: Math.floor(left / 2), freightFen: 0 },
      some: { amountFen: Math.floor((left * drawn.shareBp) / 10_000), freightFen: 0 },
      nothing: { amountFen: 0, freightFen: 0 },
      tooMuch: { amountFen: left + 1, freightFen: 0 },
      freight: { amountFen: 0, freightFen: freight },
    }[drawn.part]
    return { amountFen: amountFen + one, freightFen }
  })
}

const keyOf = ({ orderId, refundId }: DrawnRefund): string => `${orderId}:refund:${refundId}`

const refund = callOf({
  name: 'orders.refund',
  weight: 14,
  draw: drawRefund,
  openid: () => OWNER,
  sends: (drawn, shop) => {
    const { orderId, refundId, openid } = drawn
    return { member: memberOf(openid), orderId, refundId, ...contentOf(drawn, shop) }
  },
  begins: (shop, drawn) => {
    const attempted = shop.attempted.refunds.get(keyOf(drawn)) ?? []
    attempted.push(contentOf(drawn, shop))
    shop.attempted.refunds.set(keyOf(drawn), attempted)
    const sale = shop.sales.get(drawn.orderId)
    return {
      isThere: sale?.member === memberOf(drawn.openid),
      leftFen: sale ? sale.paidFen - refundedFen(sale) : 0,
      leftFreight: sale ? leftFreight(sale) : 0,
      isWhole: sale ? isWhole(sale) : false,
    }
  },
  answered: (shop, drawn, value) => {
    const sale = shop.sales.get(drawn.orderId)
    const place = sale?.refunds.findIndex(({ id }) => id === drawn.refundId) ?? -1
    const done = sale?.refunds[place]
    must(sale !== undefined && done !== undefined, () => `${keyOf(drawn)} was acknowledged and is not in`)
    const { amountFen, freightFen } = contentOf(drawn, shop)
    must(
      done.amountFen === amountFen && done.freightFen === freightFen,
      () => `${keyOf(drawn)}: another refund was acknowledged`,
    )
    shop.promise(`order:${keyOf(drawn)}`)
    shop.answersAlike(keyOf(drawn), value)
    const refunded = sale.refunds.slice(0, place + 1).reduce((sum, each) => sum + each.amountFen, 0)
    const right = [
      drawn.orderId,
      done.id,
      done.points,
      done.growth,
      done.debt,
      done.returned,
      sale.paidFen - refunded,
    ]
    const told = [
      value.orderId,
      value.refundId,
      value.takenBackPoints,
      value.takenBackGrowth,
      value.debt,
      value.returnedPoints,
      value.leftFen,
    ]
    must(
      told.join() === right.join(),
      () => `${keyOf(drawn)}: told of ${told.join()}, it was ${right.join()}`,
    )
  },
  refused: (shop, drawn, { code }, { before }) => {
    const { amountFen, freightFen } = contentOf(drawn, shop)
    const sale = shop.sales.get(drawn.orderId)
    if (code === 'ORDER_NOT_FOUND') return !before.isThere
    if (!sale) return false
    const earlier = sale.refunds.find(({ id }) => id === drawn.refundId)
    const isOther =
      earlier !== undefined && (earlier.amountFen !== amountFen || earlier.freightFen !== freightFen)
    if (code === 'REFUND_NUMBER_TAKEN') return isOther
    const left = sale.paidFen - refundedFen(sale)
    if (code === 'REFUND_TOO_MUCH') return amountFen > left || freightFen > leftFreight(sale)
    return code === 'REFUND_NOTHING' && amountFen + freightFen === 0 && (left > 0 || isWhole(sale))
  },
})

export const refunds: Capability = {
  commands: [refund],
  entries: {
    pointsReturned: (entry, member, shop, settings) => {
      const { _id, day, basis } = entry
      const id = /^(order:.*:refund:.*):pointsReturned$/.exec(_id)?.[1] ?? ''
      const sale = shop.sales.get(basis.of === 'pointsToCash' ? basis.orderId : '')
      must(sale?.member === member.id, () => `${_id}: of a sale that never was`)
      shop.mustBeUpTo(day, member, entry)
      const points = basis.of === 'pointsToCash' ? basis.points : NaN
      const isAsked = shop.attempted.refunds
        .get(id.slice('order:'.length))
        ?.some((each) => pointsToReturn(sale, each) === points)
      must(isAsked === true, () => `${_id}: nobody asked for it`)
      return { lots: giveBack(sale, points, day, settings.points) }
    },
    orderRefunded: (entry, member, shop) => {
      const { _id, day, basis, rule } = entry
      const [, id = '', refundId = ''] = /^order:(.*):refund:(.*)$/.exec(_id) ?? []
      const sale = shop.sales.get(id)
      must(sale?.member === member.id, () => `${_id}: of a sale that never was`)
      const asked = shop.attempted.refunds
        .get(`${id}:refund:${refundId}`)
        ?.find(
          (each) =>
            basis.of === 'refund' &&
            each.amountFen === basis.amountFen &&
            each.freightFen === basis.freightFen,
        )
      must(asked !== undefined, () => `${_id}: nobody asked for it`)
      must(rule?.version === sale.ruleVersion, () => `${_id}: under other rules than the sale`)
      must(
        refundedFen(sale) + asked.amountFen <= sale.paidFen && asked.freightFen <= leftFreight(sale),
        () => `${_id}: more goes back than was paid`,
      )
      shop.mustBeUpTo(day, member, entry)
      const { expected, done } = takeBack(sale, refundId, asked, member, day)
      must(
        shop.has(`${_id}:pointsReturned`) === done.returned > 0,
        () => `${_id}: ${done.returned} points were to come back`,
      )
      return {
        ...expected,
        then: () => {
          sale.refunds.push(done)
          shop.saleChanged(sale)
        },
      }
    },
  },
}

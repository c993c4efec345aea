import { refusalOf, mostFor, sell, spending, type SaleContent } from '../books/saleBooks'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { callOf, memberBefore, memberOf, type Capability, type Draw } from './command'
import { OWNER } from './staff'

export const CATEGORIES = ['tea', 'cups', 'sweets']
export const PRODUCTS = ['green', 'black', 'white']

/** A sale as it is drawn; how many points are used is decided when it is first sent, by what there is. */
export interface DrawnSale {
  readonly number: string
  readonly openid: string
  readonly lines: SaleContent['lines']
  readonly freightFen: number
  readonly points: 'none' | 'most' | 'some' | 'odd' | 'tooMany'
}

const orderId = ({ number }: DrawnSale): string => `counter:${number}`

/** What was sold lately: refunds are drawn from it. */
export const drawnSales = (draw: Draw): DrawnSale[] => draw.remembered<DrawnSale[]>('orders.record', () => [])

function drawSale(draw: Draw): DrawnSale {
  const { random } = draw
  const drawn = drawnSales(draw)
  const lineCount = random.chance(0.6) ? 1 : 2 + Math.floor(random.next() * 4)
  const earlier = random.chance(0.04) && drawn.length > 0 ? random.pick(drawn) : undefined
  const sale: DrawnSale = {
    number: earlier?.number ?? `c${draw.count()}`,
    openid: random.chance(0.01) ? `nobody${draw.count()}` : draw.shopper(),
    lines: Array.from({ length: lineCount }, () => ({
      category: random.chance(0.3) ? null : random.pick(CATEGORIES),
      product: random.chance(0.5) ? null : random.pick(PRODUCTS),
      quantity: 1 + Math.floor(random.next() * 3),
      amountFen: random.chance(0.03)
        ? 0
        : Math.floor(random.exponential() * (random.chance(0.05) ? 1_000_000 : 20_000)),
    })),
    freightFen: random.chance(0.2) ? Math.floor(random.next() * 2_000) : 0,
    points: random.pick(['none', 'none', 'most', 'most', 'some', 'some', 'odd', 'tooMany']),
  }
  drawn.push(sale)
  return sale
}

/** The content under which a drawn sale is sent, each time the same. */
function contentOf(sale: DrawnSale, shop: ShopBooks): SaleContent {
  return shop.sentAs(`sale ${JSON.stringify(sale)}`, () => {
    const { toCash } = shop.settings.latest.points
    const held = shop.members.get(memberOf(sale.openid))?.points ?? 0
    const most = mostFor(sumFen(sale), toCash)
    const whole = Math.min(most, Math.floor(held / toCash.step) * toCash.step)
    const points = {
      none: 0,
      most: whole,
      some: Math.max(toCash.minimum, Math.floor(whole / 2 / toCash.step) * toCash.step),
      odd: whole + 1,
      tooMany: (Math.floor(Math.max(most, held) / toCash.step) + 1) * toCash.step,
    }[sale.points]
    const { lines, freightFen } = sale
    return { member: memberOf(sale.openid), lines, freightFen, points }
  })
}

const sumFen = ({ lines }: Pick<SaleContent, 'lines'>): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0)

const isSame = (a: SaleContent, b: SaleContent): boolean => JSON.stringify(a) === JSON.stringify(b)

const record = callOf({
  name: 'orders.record',
  weight: 24,
  draw: drawSale,
  openid: () => OWNER,
  sends: (sale, shop) => {
    const { member, lines, freightFen, points } = contentOf(sale, shop)
    return { number: sale.number, member, lines: [...lines], freightFen, points }
  },
  begins: (shop, sale) => {
    const content = contentOf(sale, shop)
    const attempted = shop.attempted.sales.get(orderId(sale)) ?? []
    if (!attempted.some((each) => isSame(each, content))) attempted.push(content)
    shop.attempted.sales.set(orderId(sale), attempted)
    return memberBefore(shop, sale.openid)
  },
  answered: (shop, drawn, value) => {
    const id = orderId(drawn)
    const sale = shop.sales.get(id)
    must(sale !== undefined, () => `${id} was acknowledged and is not in the books`)
    must(isSame(sale.content, contentOf(drawn, shop)), () => `${id}: another sale was acknowledged`)
    shop.promise(`order:${id}:paid`)
    shop.answersAlike(`sale ${id}`, value)
    const right = [
      id,
      sale.paidFen + sale.content.freightFen,
      sale.content.points,
      sale.deductedFen,
      sale.earned.points,
      sale.growth,
      sale.earned.releaseDay,
    ]
    const told = [
      value.orderId,
      value.payableFen,
      value.pointsUsed,
      value.deductedFen,
      value.earnedPoints,
      value.earnedGrowth,
      value.releaseDay,
    ]
    must(told.join() === right.join(), () => `${id}: told of ${told.join()}, it was ${right.join()}`)
  },
  refused: (shop, drawn, { code }, { before, startedAt }) => {
    const content = contentOf(drawn, shop)
    const there = shop.sales.get(orderId(drawn))
    if (code === 'MEMBER_NOT_FOUND') return before.seq === 0
    if (code === 'ORDER_NUMBER_TAKEN') return there !== undefined && !isSame(there.content, content)
    const member = shop.member(content.member)
    // The call saw the member at some time since it began, with what was due by then done.
    const held = [before.points, ...member.entries.slice(before.seq).map(({ after }) => after.points), 0]
    return shop.settings
      .possible(startedAt)
      .some((settings) => held.some((points) => refusalOf(content, points, settings) === code))
  },
})

export const sales: Capability = {
  commands: [record],
  entries: {
    pointsSpent: (entry, member, shop) => {
      const { _id, basis, day } = entry
      const id = /^order:(.*):pointsUsed$/.exec(_id)?.[1] ?? ''
      const points = basis.of === 'pointsToCash' ? basis.points : NaN
      const isAsked = shop.attempted.sales
        .get(id)
        ?.some((each) => each.points === points && each.member === member.id)
      must(isAsked === true, () => `${_id}: nobody asked for it`)
      shop.mustBeUpTo(day, member, entry)
      const lots = spending(member, points)
      return { lots, then: () => shop.spentFor.set(id, lots) }
    },
    orderPaid: (entry, member, shop, settings) => {
      const { _id, day, basis } = entry
      const id = /^order:(.*):paid$/.exec(_id)?.[1] ?? ''
      const content = soldAs(id, member.id, shop)
      must(content !== undefined, () => `${_id}: nobody asked for it`)
      shop.mustBeUpTo(day, member, entry)
      const taken = shop.spentFor.get(id) ?? []
      must(content.points === 0 || taken.length > 0, () => `${_id}: its points were not spent`)
      const { expected, sale } = sell(id, content, taken, member, day, settings)
      const noted = basis.of === 'order' ? [basis.amountFen, basis.validUntil, basis.earned?.releaseDay] : []
      return {
        ...expected,
        notes: {
          right: [sale.paidFen, sale.earned.validUntil, sale.earned.releaseDay].join(' '),
          found: noted.join(' '),
        },
        then: () => {
          must(refusalOf(content, Infinity, settings) === undefined, () => `${_id}: was not to be taken`)
          shop.sales.set(id, sale)
          shop.saleChanged(sale)
        },
      }
    },
  },
}

/** What was asked for and is in: of several under one number, the one that the order's document tells. */
function soldAs(id: string, member: string, shop: ShopBooks): SaleContent | undefined {
  const asked = (shop.attempted.sales.get(id) ?? []).filter((each) => each.member === member)
  if (asked.length < 2) return asked[0]
  const document = JSON.parse(shop.store.body('orders', id) ?? '{}') as {
    lines?: SaleContent['lines']
    freightFen?: number
    pointsUsed?: { points: number }
  }
  const inWords = (lines: SaleContent['lines'] = []): string =>
    JSON.stringify(lines.map((line) => [line.category, line.product, line.quantity, line.amountFen]))
  return asked.find(
    (each) =>
      each.points === document.pointsUsed?.points &&
      each.freightFen === document.freightFen &&
      inWords(each.lines) === inWords(document.lines),
  )
}

import fc from 'fast-check'
import { sumOf } from '@shared/kernel/sumOf'
import { whatDoesNotAddUp } from '../explain/explanation'
import { mostPoints } from '../points/toCash'
import { amountOf } from './deduction'
import { ask, coupon, discount, GOLD, line, RULES, TODAY } from './exampleOrder'
import { quoteLines } from './explainQuote'
import { refundSplitLines } from './explainRefundSplit'
import { addPaid, CHANNELS, totalPaid, type Paid } from './paid'
import type { Quote } from './quoted'
import type { RefundRequest } from './refundRequest'
import { refundSplit, type RefundSplit } from './refundSplit'
import { sameQuote, seenOf } from './sameQuote'

/* Any order, any choices and any refunds: what always holds. */

const BOTH = { withAutomatic: true, withCodes: true }
const stacking = fc.record({ withAutomatic: fc.boolean(), withCodes: fc.boolean() })
const oftenWithCodes = fc.oneof(
  { weight: 3, arbitrary: fc.constant(BOTH) },
  { weight: 1, arbitrary: stacking },
)
const scope = fc.constantFrom(
  { of: 'all' } as const,
  { of: 'categories', categories: ['tea'] } as const,
  { of: 'products', products: ['p0', 'p2'] } as const,
)
const fen = fc.oneof(fc.nat(30), fc.nat(50_000))
const anyLines = fc
  .array(
    fc.record({
      unitListFen: fen,
      unitMemberFen: fc.option(fen),
      quantity: fc.integer({ min: 1, max: 4 }),
      category: fc.constantFrom('tea', null),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.map((each, i) => line(`p${i}`, 0, each)))
const anyDiscounts = fc
  .array(fc.record({ rateBp: fc.nat(10_500), stacking, goods: scope }), { maxLength: 4 })
  .map((all) => all.map(({ rateBp, ...more }, i) => discount(`d${i}`, rateBp, more)))
const takesOff = fc.oneof(
  fc.record({ kind: fc.constant('cashOff' as const), amountFen: fen }),
  fc.record({
    kind: fc.constant('percentOff' as const),
    rateBp: fc.nat(10_000),
    capFen: fc.option(fen),
  }),
  fc.record({ kind: fc.constant('freeShipping' as const) }),
  fc.record({ kind: fc.constant('exchange' as const), quantity: fc.integer({ min: 1, max: 3 }) }),
)
const anyCoupons = fc
  .array(fc.record({ takesOff, stacking: oftenWithCodes, goods: scope }), { maxLength: 3 })
  .map((all) => all.map(({ takesOff: off, ...more }, i) => coupon(`c${i}`, off, more)))

const anyAsked = fc
  .record({
    lines: anyLines,
    freightFen: fen,
    discounts: anyDiscounts,
    coupons: anyCoupons,
    chosen: fc.shuffledSubarray(['c0', 'c1', 'c2']),
    balance: fc.record({ principalFen: fen, bonusFen: fen }),
    spendingOrder: fc.constantFrom('proportional' as const, 'principalFirst' as const, 'bonusFirst' as const),
    memberPrice: stacking,
    points: fc.nat(40),
    allowsZero: fc.boolean(),
    isGold: fc.boolean(),
    usesBalance: fc.boolean(),
  })
  .map((any) => {
    const cap = { kind: 'shareOfPayable', shareBp: 10_000 } as const
    return {
      lines: any.lines,
      freightFen: any.freightFen,
      buyer: {
        benefits: any.isGold ? [GOLD] : [],
        coupons: any.coupons,
        points: 4_000,
        balance: any.balance,
      },
      rules: {
        discounts: any.discounts,
        memberPrice: any.memberPrice,
        spendingOrder: any.spendingOrder,
        toCash: { ...RULES.toCash, cap, allowsZero: any.allowsZero },
      },
      choices: {
        coupons: any.chosen.filter((id) => any.coupons.some((each) => each.id === id)),
        points: any.points * 100,
        balance: any.usesBalance ? ({ of: 'all' } as const) : ({ of: 'none' } as const),
      },
    }
  })

type Asked = typeof anyAsked extends fc.Arbitrary<infer T> ? T : never

/** A quote for it; where a choice cannot be had, without points, with one coupon, or with none. */
function quoteFor(asked: Asked): Quote {
  const { coupons } = asked.choices
  for (const some of [coupons, coupons.slice(0, 1), []]) {
    for (const points of [asked.choices.points, 0]) {
      const answer = ask({ ...asked, choices: { ...asked.choices, coupons: some, points } })
      if (answer.ok) return answer.value
    }
  }
  throw new Error('no quote')
}

test('the orders that are drawn have all that an order can have', () => {
  const drawn = fc.sample(anyAsked, 400).map(quoteFor)
  const share = (has: (quote: Quote) => boolean) => drawn.filter(has).length / drawn.length
  expect(share(({ coupons }) => coupons.length === 1)).toBeGreaterThan(0.2)
  expect(share(({ coupons }) => coupons.length > 1)).toBeGreaterThan(0.05)
  expect(share(({ points }) => points.used > 0)).toBeGreaterThan(0.2)
  expect(share(({ paid }) => CHANNELS.every((channel) => paid[channel] > 0))).toBeGreaterThan(0.1)
  expect(
    share(({ deductions }) => deductions.filter(({ step }) => step === 'price').length > 1),
  ).toBeGreaterThan(0.2)
  expect(share(({ lines }) => lines.some(({ paidFen }) => paidFen === 0))).toBeGreaterThan(0.02)
})

test('what is quoted adds up, line by line and step by step', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const quote = quoteFor(asked)
      for (const each of quote.lines) {
        const { listFen, priceOffFen, couponsOffFen, pointsOffFen, paidFen, paid } = each
        expect(listFen - priceOffFen - couponsOffFen - pointsOffFen).toBe(paidFen)
        expect(totalPaid(paid)).toBe(paidFen)
        expect(
          Math.min(priceOffFen, couponsOffFen, pointsOffFen, paidFen, ...Object.values(paid)),
        ).toBeGreaterThanOrEqual(0)
      }
      const { listFen, offFen, paidFen, paid } = quote.freight
      expect([listFen - offFen, totalPaid(paid)]).toEqual([paidFen, paidFen])
      const goods = (of: 'listFen' | 'paidFen') => sumOf(quote.lines, (each) => each[of])
      const offAll = sumOf(quote.deductions, amountOf)
      expect(goods('listFen') + listFen - offAll).toBe(quote.payableFen)
      expect(goods('paidFen') + paidFen).toBe(quote.payableFen)
      expect(addPaid([...quote.lines.map((each) => each.paid), paid])).toEqual(quote.paid)
      expect(sumOf(quote.lines, ({ points }) => points)).toBe(quote.points.used)
      expect(quote.isPaidAtOnce).toBe(quote.paid.wechat === 0)
      expect(whatDoesNotAddUp(quoteLines(quote))).toBeNull()
    }),
    { numRuns: 400 },
  )
})

test('neither wallet nor points are ever overdrawn, and stored value goes first', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const quote = quoteFor(asked)
      const { principalFen, bonusFen } = asked.buyer.balance
      expect(quote.paid.principal).toBeLessThanOrEqual(principalFen)
      expect(quote.paid.bonus).toBeLessThanOrEqual(bonusFen)
      expect(quote.points.used).toBeLessThanOrEqual(4_000)
      const wanted = asked.choices.balance.of === 'all' ? principalFen + bonusFen : 0
      expect(quote.paid.principal + quote.paid.bonus).toBe(Math.min(wanted, quote.payableFen))
    }),
  )
})

test('discounts in another order make the same quote, and a line is never dearer for having one', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const quote = quoteFor(asked)
      const turned = { ...asked.rules, discounts: [...asked.rules.discounts].reverse() }
      expect(quoteFor({ ...asked, rules: turned })).toEqual(quote)
      expect(sameQuote(seenOf(quote), seenOf(quoteFor({ ...asked, rules: turned }))).ok).toBe(true)
      const choices = { ...asked.choices, coupons: [], points: 0 }
      const without = quoteFor({ ...asked, choices, rules: { ...asked.rules, discounts: [] } })
      const withAll = quoteFor({ ...asked, choices })
      // Each discount is rounded on its own: so many fen a price can differ from the exact one.
      const fens = asked.rules.discounts.length + 1
      expect(withAll.payableFen).toBeLessThanOrEqual(without.payableFen + fens)
    }),
  )
})

test('coupons chosen in another order make the same quote', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const answer = ask(asked)
      const turned = ask({
        ...asked,
        choices: { ...asked.choices, coupons: [...asked.choices.coupons].reverse() },
      })
      expect(turned.ok).toBe(answer.ok)
      if (answer.ok && turned.ok) expect(seenOf(turned.value)).toEqual(seenOf(answer.value))
    }),
  )
})

test('the most points that are told of can be used, and no step more', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const quote = quoteFor({ ...asked, choices: { ...asked.choices, points: 0 } })
      const chosen = quote.coupons.map(({ id }) => id)
      const using = (points: number) =>
        ask({ ...asked, choices: { ...asked.choices, coupons: chosen, points } }).ok
      expect(using(quote.points.most)).toBe(true)
      expect(using(quote.points.most + 100)).toBe(false)
      expect(quote.points.most).toBeLessThanOrEqual(
        mostPoints(quote.payableFen, { ...RULES.toCash, ...asked.rules.toCash }),
      )
    }),
  )
})

/** A refund of a share of what is left, of one kind or another; null where nothing of it is left. */
interface Step {
  readonly kind: 'amount' | 'lineAmount' | 'lineQuantity' | 'freight'
  readonly at: number
  readonly share: number
}

const anySteps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'amount' as const,
      'lineAmount' as const,
      'lineQuantity' as const,
      'freight' as const,
    ),
    at: fc.nat(4),
    share: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
)

function requestOf({ kind, at, share }: Step, order: Quote, done: readonly RefundSplit[]): RefundRequest {
  const place = at % order.lines.length
  const there = order.lines[place]!
  const part = (whole: number, gone: number) => Math.ceil(((whole - gone) * share) / 4)
  const ofLine = (figure: 'amountFen' | 'quantity') => sumOf(done, ({ lines }) => lines[place]![figure])
  const freightGone = sumOf(done, ({ freightFen }) => freightFen)
  switch (kind) {
    case 'amount': {
      const gone = sumOf(done, ({ amountFen }) => amountFen)
      return {
        of: 'amount',
        amountFen: part(
          sumOf(order.lines, ({ paidFen }) => paidFen),
          gone,
        ),
        freightFen: 0,
      }
    }
    case 'lineAmount': {
      const amountFen = part(there.paidFen, ofLine('amountFen'))
      return { of: 'lines', lines: [{ line: place, amountFen }], freightFen: 0 }
    }
    case 'lineQuantity': {
      const quantity = part(there.quantity, ofLine('quantity'))
      return { of: 'lines', lines: [{ line: place, quantity }], freightFen: 0 }
    }
    case 'freight':
      return { of: 'lines', lines: [], freightFen: part(order.freight.paidFen, freightGone) }
  }
}

/** Refunds one after another; what has nothing left to refund is passed over. */
function refundAll(order: Quote, steps: readonly Step[]): readonly RefundSplit[] {
  const done: RefundSplit[] = []
  const add = (request: RefundRequest) => {
    const split = refundSplit(order, done, request, TODAY)
    if (split.ok) done.push(split.value)
    else expect(split.error.code).toBe('REFUND_NOTHING')
  }
  for (const step of steps) add(requestOf(step, order, done))
  add({ of: 'rest' })
  return done
}

/** Where refunds end: of each line its goods, points and channels, the freight, and the coupons. */
function end(order: Quote, refunds: readonly RefundSplit[]) {
  return {
    lines: order.lines.map((_, i) => {
      const backs = refunds.map(({ lines }) => lines[i]!)
      return {
        quantity: sumOf(backs, ({ quantity }) => quantity),
        points: sumOf(backs, ({ points }) => points),
        back: addPaid(backs.map(({ back }) => back)),
      }
    }),
    freight: addPaid(refunds.map(({ freight }) => freight)),
    back: addPaid(refunds.map(({ back }) => back)),
    coupons: refunds.flatMap(({ couponsBack }) => couponsBack.map(({ id }) => id)),
  }
}

test('any sequence of partial refunds ends where one full refund ends, which is all that was paid and used', () => {
  fc.assert(
    fc.property(anyAsked, anySteps, (asked, steps) => {
      const order = quoteFor(asked)
      const whole = end(order, refundAll(order, []))
      expect(end(order, refundAll(order, steps))).toEqual(whole)
      expect(whole).toEqual({
        lines: order.lines.map(({ quantity, points, paid }) => ({ quantity, points, back: paid })),
        freight: order.freight.paid,
        back: order.paid,
        coupons: order.coupons.map(({ id }) => id),
      })
    }),
    { numRuns: 400 },
  )
})

test('at every moment no refund is negative and none exceeds what was paid, per channel and line; just one is the last', () => {
  fc.assert(
    fc.property(anyAsked, anySteps, (asked, steps) => {
      const order = quoteFor(asked)
      const refunds = refundAll(order, steps)
      refunds.forEach((split, i) => {
        const sofar = end(order, refunds.slice(0, i + 1))
        const isWithin = (back: Paid, all: Paid, paid: Paid) =>
          CHANNELS.every((channel) => back[channel] >= 0 && all[channel] <= paid[channel])
        const beyond = order.lines.filter(({ paid, points }, place) => {
          const [now, all] = [split.lines[place]!, sofar.lines[place]!]
          return !isWithin(now.back, all.back, paid) || now.points < 0 || all.points > points
        })
        expect(beyond).toEqual([])
        expect(isWithin(split.freight, sofar.freight, order.freight.paid)).toBe(true)
        expect(totalPaid(split.back)).toBe(split.amountFen + split.freightFen)
        expect(whatDoesNotAddUp(refundSplitLines(split))).toBeNull()
      })
      expect(refunds.filter(({ isLast }) => isLast)).toHaveLength(1)
    }),
    { numRuns: 300 },
  )
})

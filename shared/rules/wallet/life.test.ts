import { addDays, type Day } from '@shared/kernel/day'
import fc from 'fast-check'
import { agreedTo } from './exampleWallet'
import { giveBack } from './giveBack'
import { hold, payHeld, release } from './hold'
import type { Leg } from '../account/entry'
import { givenBackLegs, spentLegs } from './legs'
import { MOST_LOTS } from './lots'
import { termsOf } from './offer'
import { NO_GIFT } from './plans'
import { refundableByRight, refundByRight, refundByShop } from './refund'
import { DEFAULT_WALLET, type SpendingOrder, type WalletSettings } from './settings'
import { spend } from './spend'
import { split } from './split'
import { awaitTopUp, topUp } from './topUp'
import { freeLots, fundsOf, NO_WALLET, totalFenOf, type Part, type Wallet } from './wallet'
import { yearEndStep } from './yearEnd'

const settingsOf = (spendingOrder: SpendingOrder): WalletSettings => ({
  ...DEFAULT_WALLET,
  spendingOrder,
  anyAmount: {
    leastFen: 1,
    brackets: [
      { fromFen: 1_000, bonusRateBp: 1_000, gift: NO_GIFT },
      { fromFen: 5_000, bonusRateBp: 2_500, gift: NO_GIFT },
    ],
  },
  yearEnd: { of: 'points', pointsPerYuan: 100, noticeDays: 30 },
})

interface Paid {
  readonly parts: readonly Part[]
  readonly backFen: number
}

/** A wallet beside the books that its legs make: what the account's balances would say. */
class Books {
  wallet: Wallet = NO_WALLET
  principal = 0
  bonus = 0
  paidInFen = 0
  paidOutFen = 0
  readonly paid: Paid[] = []
  private next = 0

  constructor(private readonly settings: WalletSettings) {}

  newId(): string {
    this.next += 1
    return `i${this.next}`
  }

  book(wallet: Wallet, legs: readonly Leg[]): void {
    const over = legs.reduce((sum, { amount }) => sum + amount, 0)
    if (over !== 0) throw new Error(`legs leave ${over} fen over`)
    for (const { account, amount } of legs) {
      if (account === 'principal') this.principal += amount
      if (account === 'bonus') this.bonus += amount
      if (account.startsWith('store.cash.')) this.paidOutFen += Math.max(0, amount)
    }
    this.wallet = wallet
  }

  topUp(payFen: number, today: Day): void {
    const terms = termsOf(this.wallet, { of: 'amount', payFen }, this.settings, today)
    if (!terms.ok) return
    const id = this.newId()
    const waiting = awaitTopUp(this.wallet, id, 1, agreedTo(terms.value))
    const done = topUp(waiting, terms.value, { id, day: today, at: 1, paidBy: 'wechat' })
    this.paidInFen += payFen
    this.book(done.wallet, done.legs)
  }

  pay(wallet: Wallet, parts: readonly Part[]): void {
    this.book(wallet, spentLegs(fundsOf(parts), 'store.sales'))
    this.paid.push({ parts, backFen: 0 })
  }

  spend(amountFen: number): void {
    const done = spend(this.wallet, amountFen, this.settings.spendingOrder)
    if (done.ok) this.pay(done.value.wallet, done.value.parts)
  }

  hold(amountFen: number): void {
    const order = { orderId: this.newId(), at: 1, amountFen }
    const held = hold(this.wallet, order, this.settings.spendingOrder)
    if (held.ok) this.wallet = held.value
  }

  finish(isPaid: boolean): void {
    const [first] = this.wallet.holds
    if (!first) return
    if (!isPaid) {
      this.wallet = release(this.wallet, first.orderId)
      return
    }
    const { wallet, parts } = payHeld(this.wallet, first.orderId)
    this.pay(wallet, parts)
  }

  giveBack(n: number): void {
    const at = n % Math.max(1, this.paid.length)
    const order = this.paid[at]
    if (!order) return
    const leftFen = totalFenOf(fundsOf(order.parts)) - order.backFen
    const amountFen = Math.min(leftFen, n)
    const shareOf = (fen: number) => split(fen, fundsOf(order.parts), 'proportional')
    const [before, after] = [shareOf(order.backFen), shareOf(order.backFen + amountFen)]
    const { wallet, parts } = giveBack(this.wallet, order.parts, before, {
      principalFen: after.principalFen - before.principalFen,
      bonusFen: after.bonusFen - before.bonusFen,
    })
    this.book(wallet, givenBackLegs(fundsOf(parts), 'store.sales'))
    this.paid[at] = { ...order, backFen: order.backFen + amountFen }
  }

  refund(n: number, today: Day): void {
    const done = refundByShop(this.wallet, n, today)
    if (done.ok) this.book(done.value.wallet, done.value.legs)
  }

  refundByRight(n: number, today: Day): void {
    const { prepaid } = this.settings
    const [right] = refundableByRight(this.wallet, prepaid, today)
    if (!right) return
    const request = { topUpId: right.topUpId, principalFen: Math.min(n, right.leftFen) }
    const done = refundByRight(this.wallet, request, prepaid, today)
    if (done.ok) this.book(done.value.wallet, done.value.legs)
  }

  yearEnd(today: Day): void {
    const step = yearEndStep(this.wallet, this.settings, today)
    if (step) this.book(step.wallet, step.of === 'conversion' ? step.legs : [])
  }

  /** What is wrong now; nothing ever should be. */
  faults(): readonly string[] {
    const { lots } = this.wallet
    const sums = fundsOf(lots)
    const all = [...lots, ...freeLots(this.wallet)]
    const wrong: Record<string, boolean> = {
      principal: sums.principalFen !== this.principal,
      bonus: sums.bonusFen !== this.bonus,
      belowZero: all.some(({ principalFen, bonusFen }) => principalFen < 0 || bonusFen < 0),
      principalAbovePaid: all.some(({ principalFen, paidFen }) => principalFen > paidFen),
      bonusAboveGiven: all.some(({ bonusFen, givenFen }) => bonusFen > givenFen),
      aboveCeiling: this.principal > this.settings.prepaid.mostFen + this.cameBackFen(),
      paidOutTooMuch: this.paidOutFen > this.paidInFen,
      tooManyLots: lots.length > MOST_LOTS,
    }
    return Object.keys(wrong).filter((name) => wrong[name])
  }

  /** What came back of orders is taken in whatever the ceiling. */
  private cameBackFen(): number {
    return this.paid.reduce((sum, { backFen }) => sum + backFen, 0)
  }
}

const does = [
  'topUp',
  'topUp',
  'topUp',
  'spend',
  'hold',
  'pay',
  'release',
  'giveBack',
  'refund',
  'right',
] as const
const command = fc.record({
  does: fc.constantFrom(...does),
  n: fc.integer({ min: 1, max: 20_000 }),
  days: fc.integer({ min: 0, max: 40 }),
})
const orders = fc.constantFrom<SpendingOrder>('proportional', 'principalFirst', 'bonusFirst')

/** How many of each really happened: a life in which all is refused would prove nothing. */
const moved = { topUps: 0, paid: 0, back: 0, out: 0, converted: 0, merged: 0 }

test('whatever happens, lots and balances agree, and neither principal nor bonus is ever below zero', () => {
  fc.assert(
    fc.property(
      orders,
      fc.array(command, { minLength: 40, maxLength: 200, size: 'max' }),
      (order, commands) => {
        const books = new Books(settingsOf(order))
        let today: Day = '2026-06-01'
        for (const { does: what, n, days } of commands) {
          today = addDays(today, days)
          books.yearEnd(today)
          if (what === 'topUp') books.topUp(n, today)
          if (what === 'spend') books.spend(n)
          if (what === 'hold') books.hold(n)
          if (what === 'pay' || what === 'release') books.finish(what === 'pay')
          if (what === 'giveBack') books.giveBack(n)
          if (what === 'refund') books.refund(n, today)
          if (what === 'right') books.refundByRight(n, today)
          const faults = books.faults()
          if (faults.length > 0) throw new Error(`${faults.join()} after ${what} of ${n} on ${today}`)
        }
        moved.topUps += books.wallet.topUps.count
        moved.paid += books.paid.length
        moved.back += books.paid.filter(({ backFen }) => backFen > 0).length
        moved.out += books.paidOutFen > 0 ? 1 : 0
        moved.converted += books.wallet.yearEnd?.isDone ? 1 : 0
        moved.merged += books.wallet.topUps.count > MOST_LOTS ? 1 : 0
      },
    ),
    { numRuns: 150 },
  )
  expect(Object.entries(moved).filter(([, times]) => times === 0)).toEqual([])
})

import type { Account } from '../account/account'
import { auditAccount } from '../account/audit'
import { sumOf } from '@shared/kernel/sumOf'
import { explainEntry } from '../explain/explainEntry'
import { whatDoesNotAddUp } from '../explain/explanation'
import { MemberStory, settingsWith, written } from '../explain/memberStory'
import { NOTHING, totalPaid } from '../quote/paid'
import { toppedUp } from '../wallet/exampleWallet'
import { fundsOf, walletOf } from '../wallet/wallet'
import { cancelMembership, payMembership } from './book'
import { quoteRefund, refundMembership } from './bookRefund'
import { beginPurchase, balanceFor } from './buy'
import { program } from './exampleMembership'
import { membershipOf } from './holding'
import { offerOf } from './offer'
import type { MembershipPurchase } from './purchase'

const START = '2026-03-01'
const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10)
const on = (today: string, by: 'member' | 'staff:m0' = 'member') => ({ today, at: Date.parse(today), by })

/** A member who buys levels, with stored value where there is some. */
class Buyer extends MemberStory {
  readonly purchases: MembershipPurchase[] = []

  constructor(patch: Parameters<typeof settingsWith>[0] = {}) {
    super(settingsWith({ tiers: program(), ...patch }), START)
  }

  withWallet(paidFen: number, bonusFen: number): this {
    const wallet = toppedUp({ id: 't', paidFen, bonusFen })
    const balances = { ...this.account.balances, principal: paidFen, bonus: bonusFen }
    this.account = { ...this.account, wallet, balances }
    return this
  }

  begin(levelId: string, today: string, usesBalance = false, id = `p${this.purchases.length + 1}`) {
    this.until(today)
    const offer = offerOf(this.account.tier, levelId, this.settings.tiers, today)
    if (!offer.ok) throw new Error(offer.error.code)
    const { priceFen, validDays, until } = offer.value
    const balanceFen = usesBalance ? balanceFor(this.account, priceFen, this.settings) : 0
    const seen = { priceFen, validDays, until, balanceFen }
    return beginPurchase(
      this.account,
      { purchaseId: id, levelId, usesBalance, seen },
      this.settings,
      on(today),
    )
  }

  buys(levelId: string, today: string, usesBalance = false): this {
    const begun = this.begin(levelId, today, usesBalance)
    if (!begun.ok) throw new Error(begun.error.code)
    const paid = payMembership(begun.value.account, begun.value.purchase, this.settings, on(today))
    if (!paid.ok) throw new Error(paid.error.code)
    this.account = paid.value.account
    this.purchases.push(paid.value.purchase)
    return this
  }

  quote(purchase: MembershipPurchase, today: string, savedFen = 0) {
    this.until(today)
    const taken = savedFen > 0 ? [{ day: today, fen: savedFen }] : []
    return quoteRefund(this.account, purchase, taken, this.settings, { today })
  }

  givesBack(purchase: MembershipPurchase, today: string, savedFen = 0) {
    const quoted = this.quote(purchase, today, savedFen)
    if (!quoted.ok) throw new Error(quoted.error.code)
    const done = refundMembership(this.account, purchase, quoted.value, null, this.settings, on(today))
    this.account = done.account
    return { ...quoted.value, purchase: done.purchase }
  }

  /** What the auditor finds; an account that began with stored value past the books is held against that. */
  faults(begun: Pick<Account['balances'], 'principal' | 'bonus'> = { principal: 0, bonus: 0 }): unknown[] {
    const legs = this.account.tail.flatMap((entry) => entry.legs)
    const weChatFen = -sumOf(legs, ({ account, amount }) => (account === 'store.cash.wechat' ? amount : 0))
    const documents = { count: 0, fen: 0, weChatFen }
    const isOfStart = begun.principal + begun.bonus > 0
    return auditAccount(this.account, this.account.tail, documents).filter(
      ({ check }) => !(isOfStart && (check === 'principal' || check === 'bonus')),
    )
  }
}

describe('buying', () => {
  test('brings the level, by an entry that says what was paid and how', () => {
    const buyer = new Buyer().buys('plus', START)
    expect(buyer.account.tier).toMatchObject({ id: 'plus', by: 'paid', paid: { until: day(30) } })
    const entry = buyer.entry('membershipPaid')
    expect(entry.legs).toEqual([
      { account: 'store.cash.wechat', unit: 'fen', amount: -3_000 },
      { account: 'store.memberships', unit: 'fen', amount: 3_000 },
    ])
    expect(entry.tier).toMatchObject({ kind: 'up', to: 'plus', until: day(30), cause: { of: 'paid' } })
    const { lines, rules } = explainEntry(entry, buyer.settings.tiers)
    expect(whatDoesNotAddUp(lines)).toBeNull()
    expect(written(lines)).toContain('= 3000 Paid in all')
    expect(rules.map(({ topic }) => topic)).toEqual(['tiers'])
    expect(buyer.faults()).toEqual([])
  })

  test('is no spend, and earns nothing', () => {
    const { balances, spend, bought } = new Buyer().buys('premium', START).account
    expect([balances.points, balances.growth, spend.fen, bought]).toEqual([0, 0, 0, []])
  })

  test('again adds to the end, and after it to the day itself', () => {
    const buyer = new Buyer().buys('plus', START).buys('plus', day(10))
    expect(buyer.account.tier.paid?.until).toBe(day(60))
    expect(membershipOf(buyer.account).bought.map(({ id }) => id)).toEqual(['p1', 'p2'])
    buyer.until(day(70))
    expect(buyer.account.tier).toMatchObject({ id: 'regular', by: 'earned', paid: null })
    buyer.buys('plus', day(70))
    expect(buyer.account.tier.paid?.until).toBe(day(100))
    expect(membershipOf(buyer.account).bought.map(({ id }) => id)).toEqual(['p3'])
  })

  test('a higher one costs what it does from the level that is held', () => {
    const buyer = new Buyer({ tiers: program({ paidPricing: 'byLevel' }) }).buys('plus', START)
    buyer.buys('premium', day(10))
    expect(buyer.purchases.map(({ terms }) => terms.priceFen)).toEqual([3_000, 9_900])
    expect(buyer.account.tier).toMatchObject({ id: 'premium', paused: [{ levelId: 'plus', daysLeft: 21 }] })
  })

  test('stored value pays by the rules of the wallet, and WeChat the rest', () => {
    const buyer = new Buyer().withWallet(1_000, 200).buys('plus', START, true)
    expect(buyer.purchases[0]?.paid).toEqual({ principal: 1_000, bonus: 200, wechat: 1_800 })
    expect(buyer.account.balances).toMatchObject({ principal: 0, bonus: 0 })
    expect(fundsOf(walletOf(buyer.account).lots)).toEqual({ principalFen: 0, bonusFen: 0 })
    expect(walletOf(buyer.account).holds).toEqual([])
  })

  test('stored value pays nothing where the shop does not take it', () => {
    const buyer = new Buyer({ memberships: { byBalance: false } }).withWallet(5_000, 0)
    expect(balanceFor(buyer.account, 3_000, buyer.settings)).toBe(0)
    expect(buyer.buys('plus', START, true).purchases[0]?.paid.wechat).toBe(3_000)
  })

  test('one purchase waits at a time, and given up it has left no trace', () => {
    const buyer = new Buyer().withWallet(1_000, 200)
    const before = buyer.account
    const first = buyer.begin('plus', START, true)
    if (!first.ok) throw new Error(first.error.code)
    buyer.account = first.value.account
    expect(buyer.begin('premium', START, true, 'p9')).toEqual({
      ok: false,
      error: { code: 'MEMBERSHIP_WAITING', purchaseId: 'p1' },
    })
    const ended = cancelMembership(buyer.account, first.value.purchase)
    expect(ended.purchase.state).toBe('cancelled')
    expect(ended.account).toMatchObject({ balances: before.balances, tier: before.tier })
    expect(walletOf(ended.account)).toEqual(walletOf(before))
    expect(membershipOf(ended.account).waiting).toBeNull()
  })

  test.each(['priceFen', 'validDays', 'balanceFen'] as const)(
    'another %s than was seen is refused',
    (what) => {
      const buyer = new Buyer().withWallet(1_000, 0)
      const seen = { priceFen: 3_000, validDays: 30, until: day(30), balanceFen: 1_000 }
      const wish = { purchaseId: 'p1', levelId: 'plus', usesBalance: true, seen }
      const begin = (now: typeof wish) => beginPurchase(buyer.account, now, buyer.settings, on(START))
      expect(begin(wish).ok).toBe(true)
      const other = { ...wish, seen: { ...seen, [what]: seen[what] - 1 } }
      expect(begin(other)).toEqual({ ok: false, error: { code: 'MEMBERSHIP_CHANGED' } })
    },
  )

  test('what can no longer be had when the money comes is refused whole', () => {
    const buyer = new Buyer()
    const begun = buyer.begin('plus', START)
    if (!begun.ok) throw new Error(begun.error.code)
    buyer.account = begun.value.account
    const { tiers } = buyer.settings
    const pauses = [{ from: START, to: null }]
    const off = { ...buyer.settings, tiers: { ...tiers, pauses } }
    expect(payMembership(buyer.account, begun.value.purchase, off, on(START))).toEqual({
      ok: false,
      error: { code: 'LEVELS_OFF' },
    })
  })
})

describe('a refund', () => {
  test('is the price less the days used, the way it was paid, and the level ends', () => {
    const buyer = new Buyer().withWallet(1_000, 200).buys('plus', START, true)
    const { offer, back, purchase } = buyer.givesBack(buyer.purchases[0]!, day(10))
    expect(offer).toMatchObject({ usedDays: 10, usedFen: 1_000, backFen: 2_000 })
    expect(back).toEqual({ principal: 667, bonus: 133, wechat: 1_200 })
    expect(totalPaid(back)).toBe(2_000)
    expect(buyer.account.balances).toMatchObject({ principal: 667, bonus: 133 })
    expect(buyer.account.tier).toMatchObject({ id: 'regular', paid: null })
    expect(purchase).toMatchObject({ state: 'refunded', refund: { by: 'member', usedFen: 1_000, back } })
    expect(membershipOf(buyer.account).bought).toEqual([])
    const { lines } = explainEntry(buyer.entry('membershipRefunded'), buyer.settings.tiers)
    expect(whatDoesNotAddUp(lines)).toBeNull()
    expect(written(lines)).toEqual(expect.arrayContaining(['= 2000 To go back', '= 2000 Given back in all']))
    expect(buyer.faults({ principal: 1_000, bonus: 200 })).toEqual([])
  })

  test('counts what the level saved where that is more, and never more than was paid', () => {
    const buyer = new Buyer().buys('plus', START)
    const [purchase] = buyer.purchases
    const saved = (fen: number) => buyer.quote(purchase!, day(1), fen)
    expect(saved(500)).toMatchObject({ ok: true, value: { offer: { usedFen: 500, backFen: 2_500 } } })
    expect(saved(3_000)).toEqual({ ok: false, error: { code: 'MEMBERSHIP_USED_UP' } })
    expect(saved(9_999)).toEqual({ ok: false, error: { code: 'MEMBERSHIP_USED_UP' } })
    const byDays = new Buyer({ memberships: { countsSavings: false } }).buys('plus', START)
    expect(byDays.quote(byDays.purchases[0]!, day(1), 500)).toMatchObject({
      value: { back: { wechat: 2_900 } },
    })
  })

  test.each([0, 1, 7, 15, 29, 30])('after %i days is between nothing and the price', (days) => {
    for (const saved of [0, 1, 1_499, 3_000, 100_000]) {
      const buyer = new Buyer().withWallet(700, 301).buys('plus', START, true)
      const quoted = buyer.quote(buyer.purchases[0]!, day(days), saved)
      if (!quoted.ok) continue
      const { offer, back } = quoted.value
      expect(offer.backFen).toBeGreaterThan(0)
      expect(offer.backFen + offer.usedFen).toBe(3_000)
      expect(totalPaid(back)).toBe(offer.backFen)
      const paid = buyer.purchases[0]!.paid
      for (const channel of ['bonus', 'principal', 'wechat'] as const) {
        expect(back[channel]).toBeGreaterThanOrEqual(0)
        expect(back[channel]).toBeLessThanOrEqual(paid[channel])
      }
    }
  })

  test('of a renewal that has not begun gives it back whole, and the first goes on', () => {
    const buyer = new Buyer().buys('plus', START).buys('plus', day(5))
    const { back } = buyer.givesBack(buyer.purchases[1]!, day(10))
    expect(back).toEqual({ ...NOTHING, wechat: 3_000 })
    expect(buyer.account.tier).toMatchObject({ id: 'plus', paid: { until: day(30) } })
    expect(buyer.faults()).toEqual([])
  })

  test('of what was given back there is nothing more', () => {
    const buyer = new Buyer().buys('plus', START)
    buyer.givesBack(buyer.purchases[0]!, day(3))
    expect(buyer.quote(buyer.purchases[0]!, day(3))).toEqual({
      ok: false,
      error: { code: 'MEMBERSHIP_UNKNOWN' },
    })
  })
})

describe('renewal is asked for', () => {
  const told = (buyer: Buyer) =>
    buyer.account.outgoing.filter(({ kind }) => kind === 'membershipEnding').map(({ day: told }) => told)

  test('14 and 3 days before the end and on its last day; then the level earned holds again', () => {
    const buyer = new Buyer().buys('plus', START)
    for (let n = 1; n <= 32; n += 1) buyer.until(day(n))
    expect(told(buyer)).toEqual([day(16), day(27), day(30)])
    expect(buyer.account.tier).toMatchObject({ id: 'regular', by: 'earned' })
    const [first] = buyer.account.outgoing.filter(({ kind }) => kind === 'membershipEnding')
    expect(first).toMatchObject({ link: 'memberships' })
    expect(first?.text.zh).toContain('现在续费')
    expect(buyer.account.outgoing.some(({ kind }) => kind === 'tierEnding')).toBe(false)
  })

  test('is due on those days, so that the timer finds the member', () => {
    const buyer = new Buyer().buys('plus', START).until(START)
    const due: (string | null)[] = [buyer.account.dueDay]
    for (const next of [day(16), day(27), day(30)]) due.push(buyer.until(next).account.dueDay)
    expect(due).toEqual([day(16), day(27), day(30), day(31)])
  })

  test('for the new end after a renewal', () => {
    const buyer = new Buyer().buys('plus', START).until(day(16))
    buyer.buys('plus', day(17))
    for (let n = 18; n <= 61; n += 1) buyer.until(day(n))
    expect(told(buyer)).toEqual([day(16), day(46), day(57), day(60)])
  })
})

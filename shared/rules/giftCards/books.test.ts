import * as fc from 'fast-check'
import { assertBalanced } from '../account/legs'
import type { Leg } from '../account/entry'
import { toppedUp, leftOf } from '../wallet/exampleWallet'
import { hold, payHeld } from '../wallet/hold'
import { LEGAL_PREPAID } from '../wallet/settings'
import { fundsOf, NO_WALLET, type Wallet } from '../wallet/wallet'
import { expiredBack, refundedBack, walletWithBack } from './back'
import { newCard, type CardTender, type GiftCard } from './card'
import { claimCard } from './claim'
import { AT, cardOf, DAY_AFTER, ON_SALE, soldCard, TODAY } from './exampleCard'
import { backLegs, boughtLegs } from './legs'
import { moveCard } from './move'
import { payingFor } from './offer'
import { saleOf, tendersOf } from './sale'

const NOW = { today: TODAY, at: AT }

describe('where the money of a card goes that nobody claimed', () => {
  const parts = [{ lotId: 'a', principalFen: 5_000, bonusFen: 0 }]
  const mixed = soldCard('purchase', { wechatFen: 15_000, counterFen: 0, parts })

  test('a refund goes back the way it was paid, each part', () => {
    const back = refundedBack(mixed, TODAY)
    expect(back).toEqual({
      wechatFen: 15_000,
      counterFen: 0,
      parts,
      toWallet: { principalFen: 0, bonusFen: 0 },
    })
    expect(backLegs(mixed, back)).toEqual([
      { account: 'store.giftCards.bought', unit: 'fen', amount: -15_000 },
      { account: 'store.cash.wechat', unit: 'fen', amount: 15_000 },
      { account: 'store.giftCards.bought', unit: 'fen', amount: -5_000 },
      { account: 'principal', unit: 'fen', amount: 5_000 },
    ])
  })

  test('what WeChat gives back no more is principal of the buyer', () => {
    expect(refundedBack(mixed, '2027-03-01').wechatFen).toBe(15_000)
    expect(refundedBack(mixed, '2027-03-02')).toMatchObject({
      wechatFen: 0,
      parts,
      toWallet: { principalFen: 15_000, bonusFen: 0 },
    })
  })

  test('expired, all that was paid is principal of the buyer, and promised bonus is nobody’s', () => {
    const back = expiredBack(mixed)
    expect(back.toWallet).toEqual({ principalFen: 20_000, bonusFen: 0 })
    expect(backLegs(mixed, back)).toEqual([
      { account: 'store.giftCards.bought', unit: 'fen', amount: -20_000 },
      { account: 'principal', unit: 'fen', amount: 20_000 },
    ])
    const wallet = walletWithBack(NO_WALLET, mixed, back, NOW)
    expect(leftOf(wallet)).toEqual({ 'giftCard:c1': [20_000, 0] })
    expect(() => walletWithBack(wallet, mixed, back, NOW)).toThrow('booked already')
  })

  test('what bonus became a card is bonus again, expired or void', () => {
    const card = soldCard('yearEnd')
    for (const back of [expiredBack(card), refundedBack(card, TODAY)]) {
      expect(back.toWallet).toEqual({ principalFen: 0, bonusFen: 2_000 })
      expect(backLegs(card, back)).toMatchObject([
        { account: 'store.bonusConverted.giftCard', amount: -2_000 },
        { account: 'bonus', amount: 2_000 },
      ])
    }
  })

  test('an expired printed card keeps its value; a void one goes back over the counter', () => {
    const card = soldCard('batch')
    expect(backLegs(card, expiredBack(card))).toEqual([])
    expect(refundedBack(card, TODAY)).toMatchObject({ counterFen: 20_000, wechatFen: 0 })
    expect(refundedBack(cardOf('batch'), TODAY).counterFen).toBe(0)
  })
})

describe('what pays for cards', () => {
  test('stored value pays for the first ones, WeChat for the rest', () => {
    const parts = [
      { lotId: 'a', principalFen: 30, bonusFen: 0 },
      { lotId: 'b', principalFen: 100, bonusFen: 0 },
    ]
    expect(tendersOf(3, 100, parts)).toEqual([
      { wechatFen: 0, counterFen: 0, parts: [parts[0], { lotId: 'b', principalFen: 70, bonusFen: 0 }] },
      { wechatFen: 70, counterFen: 0, parts: [{ lotId: 'b', principalFen: 30, bonusFen: 0 }] },
      { wechatFen: 100, counterFen: 0, parts: [] },
    ])
    expect(() => tendersOf(1, 100, parts)).toThrow('is over')
  })

  test('a price that was not paid, or was paid with bonus, is never booked', () => {
    const sale = (tender: Partial<CardTender>) => () =>
      saleOf(
        cardOf(),
        { wechatFen: 0, counterFen: 0, parts: [], ...tender },
        { id: 's', at: 1, day: TODAY },
        LEGAL_PREPAID,
      )
    expect(sale({ wechatFen: 19_999 })).toThrow('was not paid')
    expect(sale({ wechatFen: 20_000, counterFen: 1 })).toThrow('was not paid')
    expect(sale({ parts: [{ lotId: 'a', principalFen: 19_000, bonusFen: 1_000 }] })).toThrow('was not paid')
    expect(sale({ wechatFen: 20_000, parts: [{ lotId: 'a', principalFen: 0, bonusFen: 1 }] })).toThrow(
      'was not paid',
    )
    expect(sale({ wechatFen: 20_000 })()).toMatchObject({ validUntil: '2029-03-01' })
  })
})

/** The accounts that a few cards move between. */
class Books {
  readonly balances = new Map<string, number>()
  add(member: string, legs: readonly Leg[]): void {
    assertBalanced(legs)
    for (const { account, amount } of legs) {
      const name = account.startsWith('store.') ? account : `${member}.${account}`
      this.balances.set(name, (this.balances.get(name) ?? 0) + amount)
    }
  }
  of(name: string): number {
    return this.balances.get(name) ?? 0
  }
}

const ends = fc.constantFrom(
  'claim' as const,
  'refund' as const,
  'expire' as const,
  'void' as const,
  'keep' as const,
)

test('whatever becomes of cards, every fen paid is with somebody: claimed, given back, or still owed for', () => {
  fc.assert(
    fc.property(
      fc.array(ends, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(400),
      fc.nat(60_000),
      fc.boolean(),
      (fates, priceFen, bonusFen, balanceFen, isLate) => {
        const books = new Books()
        let giver: Wallet = toppedUp(
          { id: 'a', paidFen: 20_000, bonusFen: 3_000 },
          { id: 'b', paidFen: 15_000, bonusFen: 0 },
        )
        let recipient: Wallet = NO_WALLET
        const priceOfAll = priceFen * fates.length
        const settings = { ...ON_SALE, takesBalance: true }
        const wanted = { of: 'upTo', amountFen: Math.min(balanceFen, 35_000) } as const
        const paying = payingFor({ priceFen: priceOfAll }, wanted, giver, settings)
        if (!paying.ok) throw new Error(paying.error.code)
        const held = hold(
          giver,
          { orderId: 'p1', at: AT, amountFen: paying.value.balanceFen },
          'principalFirst',
        )
        if (!held.ok) throw new Error(held.error.code)
        const paid = payHeld(held.value, 'p1')
        giver = paid.wallet
        const tenders = tendersOf(fates.length, priceFen, paid.parts)
        let owedFen = 0
        fates.forEach((fate, i) => {
          const draft: GiftCard = newCard({ ...cardOf(), _id: `c${i}`, principalFen: priceFen, bonusFen })
          const sale = saleOf(draft, tenders[i]!, { id: 'p1', at: AT, day: TODAY }, LEGAL_PREPAID)
          books.add('giver', boughtLegs(sale))
          const moved = moveCard(draft, { does: 'pay', sale }, TODAY)
          if (!moved.ok) throw new Error(moved.error.code)
          const card = moved.value
          if (fate === 'keep') {
            owedFen += priceFen
          } else if (fate === 'claim') {
            const claim = claimCard(
              card,
              { member: 'r', hasJoined: true, wallet: recipient },
              LEGAL_PREPAID,
              NOW,
            )
            if (!claim.ok || claim.value.of !== 'first') throw new Error('not claimed')
            recipient = claim.value.wallet
            books.add('r', claim.value.legs)
          } else {
            const today = isLate ? DAY_AFTER : TODAY
            const back = fate === 'expire' ? expiredBack(card) : refundedBack(card, today)
            giver = walletWithBack(giver, card, back, { today, at: AT })
            books.add('giver', backLegs(card, back))
          }
        })
        expect(books.of('store.giftCards.bought')).toBe(owedFen)
        const claims = fates.filter((fate) => fate === 'claim').length
        expect(fundsOf(recipient.lots)).toEqual({
          principalFen: claims * priceFen,
          bonusFen: claims * bonusFen,
        })
        expect(books.of('store.bonusIssued') + claims * bonusFen).toBe(0)
        expect(fundsOf(giver.lots)).toEqual({
          principalFen: 35_000 + books.of('giver.principal'),
          bonusFen: 3_000,
        })
        expect(
          books.of('store.cash.wechat') + books.of('giver.principal') + claims * priceFen + owedFen,
        ).toBe(0)
      },
    ),
  )
})

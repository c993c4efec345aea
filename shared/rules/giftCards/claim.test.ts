import { toppedUp } from '../wallet/exampleWallet'
import { LEGAL_PREPAID } from '../wallet/settings'
import { freeFunds } from '../wallet/wallet'
import { claimCard, type Claimer } from './claim'
import { after, AT, cardOf, DAY_AFTER, newcomer, soldCard, TODAY } from './exampleCard'
import type { GiftCard } from './card'

const NOW = { today: TODAY, at: AT }
const shared = after(soldCard(), [{ does: 'share' }])

function claimed(card: GiftCard, claimer: Claimer) {
  const claim = claimCard(card, claimer, LEGAL_PREPAID, NOW)
  if (!claim.ok) throw new Error(claim.error.code)
  return claim.value
}

test('one claim registers a newcomer on the giver’s invitation and credits both kinds of money', () => {
  const claim = claimed(shared, newcomer())
  expect(claim).toMatchObject({
    of: 'first',
    card: { state: 'claimed', claim: { by: 'recipient', at: AT, day: TODAY } },
    registers: true,
    inviter: 'giver',
    legs: [
      { account: 'store.giftCards.bought', unit: 'fen', amount: -20_000 },
      { account: 'principal', unit: 'fen', amount: 20_000 },
      { account: 'store.bonusIssued', unit: 'fen', amount: -2_000 },
      { account: 'bonus', unit: 'fen', amount: 2_000 },
    ],
  })
  if (claim.of !== 'first') throw new Error('not the first')
  expect(freeFunds(claim.wallet)).toEqual({ principalFen: 20_000, bonusFen: 2_000 })
  expect(claim.wallet.topUps.count).toBe(0)
})

test('the same person again is answered as the first time, another is told that it is claimed', () => {
  const { card } = claimed(shared, newcomer())
  expect(claimed(card, newcomer())).toEqual({ of: 'again', card })
  expect(claimCard(card, newcomer('other'), LEGAL_PREPAID, NOW)).toEqual({
    ok: false,
    error: { code: 'GIFT_CARD_CLAIMED' },
  })
})

test('a member is not registered again and was invited by nobody; the buyer may claim it', () => {
  const member = { ...newcomer(), hasJoined: true }
  expect(claimed(shared, member)).toMatchObject({ registers: false, inviter: null })
  expect(claimed(shared, newcomer('giver'))).toMatchObject({ of: 'first', registers: true, inviter: null })
})

test('a printed card has no giver, and what bonus became is bonus again', () => {
  const printed = claimed(soldCard('batch'), newcomer())
  expect(printed).toMatchObject({
    inviter: null,
    legs: [{ account: 'store.giftCards.printed' }, { amount: 20_000 }, {}, { amount: 2_000 }],
  })
  expect(claimed(soldCard('yearEnd'), newcomer())).toMatchObject({
    legs: [
      { account: 'store.bonusConverted.giftCard', amount: -2_000 },
      { account: 'bonus', amount: 2_000 },
    ],
  })
})

test('what was not paid for and what is over cannot be claimed', () => {
  expect(claimCard(cardOf('batch'), newcomer(), LEGAL_PREPAID, NOW)).toMatchObject({
    error: { code: 'GIFT_CARD_NOT_PAID' },
  })
  expect(claimCard(shared, newcomer(), LEGAL_PREPAID, { today: DAY_AFTER, at: AT })).toMatchObject({
    error: { code: 'GIFT_CARD_EXPIRED' },
  })
})

test('a wallet is filled to its ceiling by a card and not beyond it; bonus counts where the shop says so', () => {
  const holding = (paidFen: number): Claimer => ({
    ...newcomer(),
    wallet: toppedUp({ id: 'a', paidFen, bonusFen: 0 }),
  })
  expect(claimed(shared, holding(480_000)).of).toBe('first')
  expect(claimCard(shared, holding(480_001), LEGAL_PREPAID, NOW)).toEqual({
    ok: false,
    error: { code: 'GIFT_CARD_NO_ROOM', roomFen: 19_999, mostFen: 500_000 },
  })
  const counting = { ...LEGAL_PREPAID, countsBonus: true }
  expect(claimCard(shared, holding(480_000), counting, NOW)).toMatchObject({
    error: { code: 'GIFT_CARD_NO_ROOM', roomFen: 20_000 },
  })
})

test('who has claimed it already is answered so even when there would be no room for another', () => {
  const { card } = claimed(shared, newcomer())
  const full = { ...newcomer(), wallet: toppedUp({ id: 'a', paidFen: 500_000, bonusFen: 0 }) }
  expect(claimed(card, full)).toEqual({ of: 'again', card })
})

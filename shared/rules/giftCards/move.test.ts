import * as fc from 'fast-check'
import { expiredBack, refundedBack } from './back'
import type { CardState, Ending, GiftCard } from './card'
import { after, AT, cardOf, DAY_AFTER, LAST_DAY, soldCard, TODAY } from './exampleCard'
import { MOVES, moveCard, whyNotClaimable, type CardMove } from './move'

const sold = soldCard()
const sale = sold.sale!
const share: CardMove = { does: 'share' }
const claim = (by: string): CardMove => ({ does: 'claim', claim: { by, at: AT, day: TODAY } })
const end: Ending = { by: 'member', at: AT, day: TODAY, reason: null, back: refundedBack(sold, TODAY) }
const refund: CardMove = { does: 'refund', end }
const expire: CardMove = { does: 'expire', end: { ...end, by: 'system', back: expiredBack(sold) } }
const voiding: CardMove = { does: 'void', end: { ...end, by: 'staff:s1', reason: '遗失' } }
const reactivate: CardMove = { does: 'reactivate', validUntil: '2030-01-01' }
const pay: CardMove = { does: 'pay', sale }

const refusal = (card: GiftCard, move: CardMove, today = TODAY) => {
  const moved = moveCard(card, move, today)
  return moved.ok ? 'done' : moved.error
}

test('paid, shared, claimed; or claimed by who has the code before it was shared', () => {
  expect(after(cardOf(), [pay, share, claim('a')])).toMatchObject({ state: 'claimed', claim: { by: 'a' } })
  expect(after(sold, [claim('giver')])).toMatchObject({ state: 'claimed', claim: { by: 'giver' } })
})

test.each<[string, CardMove[], string]>([
  ['pay', [pay], TODAY],
  ['share', [pay, share], TODAY],
  ['claim', [pay, share, claim('a')], TODAY],
  ['refund', [pay, refund], TODAY],
  ['expire', [pay, expire], DAY_AFTER],
  ['void', [pay, voiding], TODAY],
])('%s again changes nothing', (_, moves, today) => {
  const once = after(cardOf(), moves, today)
  expect(after(once, moves.slice(-1), today)).toBe(once)
})

test('whoever comes later is told how the card stands, and not by whom', () => {
  const claimed = after(sold, [claim('a')])
  expect(refusal(claimed, claim('b'))).toEqual({ code: 'GIFT_CARD_CLAIMED' })
  expect(refusal(claimed, refund)).toEqual({ code: 'GIFT_CARD_CLAIMED' })
  expect(refusal(claimed, voiding)).toEqual({ code: 'GIFT_CARD_CLAIMED' })
  expect(refusal(after(sold, [refund]), claim('b'))).toEqual({ code: 'GIFT_CARD_REFUNDED' })
  expect(refusal(after(sold, [voiding]), claim('b'))).toEqual({ code: 'GIFT_CARD_VOIDED' })
  expect(refusal(cardOf(), claim('b'))).toEqual({ code: 'GIFT_CARD_NOT_PAID' })
  expect(refusal(cardOf(), refund)).toEqual({ code: 'GIFT_CARD_NOT_PAID' })
  expect(whyNotClaimable(claimed, TODAY)).toEqual({ code: 'GIFT_CARD_CLAIMED' })
  expect(whyNotClaimable(sold, TODAY)).toBeNull()
})

test('a card that is paid for is not paid for by something else', () => {
  expect(refusal(sold, { does: 'pay', sale: { ...sale, id: 'other' } })).toEqual({ code: 'GIFT_CARD_PAID' })
})

test('its last day is its last, even before the timer has looked', () => {
  const over = { code: 'GIFT_CARD_EXPIRED', validUntil: LAST_DAY }
  expect([refusal(sold, claim('a'), LAST_DAY), refusal(sold, expire, LAST_DAY)]).toEqual([
    'done',
    { code: 'GIFT_CARD_NOT_OVER', validUntil: LAST_DAY },
  ])
  for (const move of [claim('a'), share, refund]) expect(refusal(sold, move, DAY_AFTER)).toEqual(over)
  expect(after(sold, [expire], DAY_AFTER).state).toBe('expired')
  expect(refusal(after(sold, [expire], DAY_AFTER), claim('a'))).toEqual(over)
})

test('only what was bought is refunded, and only what nobody gave is made good again', () => {
  const printed = soldCard('batch')
  expect(refusal(printed, refund)).toEqual({ code: 'GIFT_CARD_NOT_BOUGHT' })
  expect(refusal(soldCard('yearEnd'), refund)).toEqual({ code: 'GIFT_CARD_NOT_BOUGHT' })
  const again = after(printed, [expire, reactivate], DAY_AFTER)
  expect(again).toMatchObject({ state: 'paid', sale: { validUntil: '2030-01-01' }, end: null })
  expect(after(again, [reactivate], DAY_AFTER)).toBe(again)
  expect(after(again, [claim('a')], DAY_AFTER).state).toBe('claimed')
  expect(refusal(after(sold, [expire], DAY_AFTER), reactivate, DAY_AFTER)).toEqual({
    code: 'GIFT_CARD_HAS_GIVER',
  })
})

test('a card that was never paid for can be made void, and then never be paid for', () => {
  const given = after(cardOf(), [voiding])
  expect(given).toMatchObject({ state: 'voided', sale: null, end: { reason: '遗失' } })
  expect(refusal(given, pay)).toEqual({ code: 'GIFT_CARD_VOIDED' })
})

const moves = fc.array(
  fc.record({
    move: fc.constantFrom(pay, share, claim('a'), claim('b'), refund, expire, voiding, reactivate),
    today: fc.constantFrom(TODAY, LAST_DAY, DAY_AFTER),
  }),
  { maxLength: 20 },
)
const origin = fc.constantFrom('purchase' as const, 'yearEnd' as const, 'batch' as const)

test('whatever is asked in whatever order, a card moves as the table says, and is claimed by one at most', () => {
  fc.assert(
    fc.property(moves, origin, (asked, of) => {
      let card = cardOf(of)
      const claimers = new Set<string>()
      for (const { move, today } of asked) {
        const moved = moveCard(card, move, today)
        if (!moved.ok) continue
        if (moved.value !== card) expect(MOVES[move.does][card.state]).toBe(moved.value.state)
        card = moved.value
        if (card.claim) claimers.add(card.claim.by)
      }
      expect(claimers.size).toBeLessThanOrEqual(1)
      expect(card.end !== null && card.claim !== null).toBe(false)
    }),
  )
})

test('nothing leads out of claimed, refunded and voided', () => {
  const outOf = (state: CardState) =>
    Object.entries(MOVES).flatMap(([does, from]) => (state in from ? [does] : []))
  expect([outOf('claimed'), outOf('refunded'), outOf('voided'), outOf('expired')]).toEqual([
    [],
    [],
    [],
    ['reactivate'],
  ])
})

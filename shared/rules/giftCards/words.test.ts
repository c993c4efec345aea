import { expiredBack, refundedBack } from './back'
import type { Ending } from './card'
import { after, AT, cardOf, DAY_AFTER, soldCard, TODAY } from './exampleCard'
import { claimedSaid, expiredSaid, giverWords, recipientWords, worthWords } from './words'

const sold = soldCard()
const end: Ending = { by: 'member', at: AT, day: TODAY, reason: null, back: refundedBack(sold, TODAY) }
const shared = after(sold, [{ does: 'share' }])
const claimed = after(shared, [{ does: 'claim', claim: { by: 'a', at: AT, day: TODAY } }])
const refunded = after(shared, [{ does: 'refund', end }])
const voided = after(shared, [{ does: 'void', end: { ...end, by: 'staff:s1', reason: '遗失' } }])
const expired = after(shared, [{ does: 'expire', end: { ...end, back: expiredBack(sold) } }], DAY_AFTER)

test('what it holds, bonus told apart', () => {
  expect(worthWords(sold).en).toBe('¥220.00 (¥20.00 of it bonus)')
  expect(worthWords({ principalFen: 20_000, bonusFen: 0 }).zh).toBe('¥200.00')
})

test('each state as the giver reads it', () => {
  const zh = [cardOf(), sold, shared, claimed, refunded, voided, expired].map(
    (card) => giverWords(card, TODAY).zh,
  )
  expect(zh).toEqual([
    '待支付',
    '还没有送出，有效期至 2029年3月1日',
    '已送出，等待领取，有效期至 2029年3月1日',
    '2026年3月1日被领取',
    '2026年3月1日退款',
    '已被商家作废：遗失',
    '没有人领取，¥200.00 退回您的余额',
  ])
  expect(giverWords(after(cardOf(), [{ does: 'void', end }]), TODAY).en).toBe('Cancelled')
})

test('each state as who has the code reads it, without a word of who did what', () => {
  const en = [cardOf(), shared, claimed, refunded, voided, expired].map(
    (card) => recipientWords(card, 'b', TODAY).en,
  )
  expect(en).toEqual([
    'This gift card is not active yet',
    '¥220.00 (¥20.00 of it bonus) for you to claim, good until 1 Mar 2029',
    'This gift card has been claimed already',
    'This gift card was refunded',
    'This gift card was made void; please ask the store',
    'This gift card has expired (it was good until 1 Mar 2029)',
  ])
  expect(recipientWords(claimed, 'a', TODAY).en).toBe('You have claimed it: it is in your balance')
})

test('past its last day it has expired before the timer says so', () => {
  expect(giverWords(shared, DAY_AFTER)).toEqual(giverWords(expired, DAY_AFTER))
  expect(recipientWords(shared, 'b', DAY_AFTER)).toEqual(recipientWords(expired, 'b', DAY_AFTER))
  expect(recipientWords(soldCard('batch'), 'b', DAY_AFTER).en).toContain('the store can make it good again')
})

test('the giver is told of a claim by what it was worth, not by whom', () => {
  expect(claimedSaid(claimed)).toEqual({
    title: { zh: '您送出的礼品卡已被领取', en: 'Your gift card was claimed' },
    text: {
      zh: '已进入对方的余额：¥220.00（含赠金 ¥20.00）。',
      en: '¥220.00 (¥20.00 of it bonus) is in the balance of who you gave it to.',
    },
  })
  expect(expiredSaid(soldCard('yearEnd')).text.en).toBe('Nobody claimed it: ¥20.00 goes back to your balance')
})

import fc from 'fast-check'
import { addPaid, CHANNELS, NOTHING, totalPaid, type Paid } from './paid'
import { splitBack } from './splitBack'

const paid: Paid = { bonus: 2_000, principal: 10_000, wechat: 21_000 }

test('half of it goes back in its proportion, and then the rest', () => {
  const half = splitBack(16_500, paid, NOTHING)
  expect(half).toEqual({ bonus: 1_000, principal: 5_000, wechat: 10_500 })
  expect(splitBack(16_500, paid, half)).toEqual(half)
})

test('nothing goes back of nothing', () => {
  expect(splitBack(0, NOTHING, NOTHING)).toEqual(NOTHING)
  expect(splitBack(0, paid, NOTHING)).toEqual(NOTHING)
})

test('a thousand refunds of one fen stay in the proportion: they do not all go to the largest channel', () => {
  let back: Paid = NOTHING
  for (let i = 0; i < 1_000; i += 1) back = addPaid([back, splitBack(1, paid, back)])
  expect(back).toEqual({ bonus: 61, principal: 303, wechat: 636 })
})

test('amounts of a hundred million yuan are split to the fen', () => {
  const large: Paid = { bonus: 3_333_333_333, principal: 3_333_333_333, wechat: 3_333_333_334 }
  expect(splitBack(9_999_999_999, large, NOTHING)).toEqual({
    bonus: 3_333_333_333,
    principal: 3_333_333_333,
    wechat: 3_333_333_333,
  })
})

test('whatever goes back and when: exact, never negative, never more than was paid, always within a fen of the share', () => {
  const amount = fc.oneof(fc.nat(20), fc.nat(1_000_000))
  const anyPaid = fc.record({ bonus: amount, principal: amount, wechat: amount })
  fc.assert(
    fc.property(anyPaid, fc.array(fc.nat(400_000), { maxLength: 12 }), (whole, refunds) => {
      let before: Paid = NOTHING
      const paidFen = totalPaid(whole)
      for (const wanted of [...refunds, paidFen]) {
        const amountFen = Math.min(wanted, paidFen - totalPaid(before))
        const back = splitBack(amountFen, whole, before)
        before = addPaid([before, back])
        expect(totalPaid(back)).toBe(amountFen)
        for (const channel of CHANNELS) {
          expect(back[channel]).toBeGreaterThanOrEqual(0)
          expect(before[channel]).toBeLessThanOrEqual(whole[channel])
          const off = Number(
            BigInt(before[channel]) * BigInt(paidFen) - BigInt(totalPaid(before)) * BigInt(whole[channel]),
          )
          expect(Math.abs(off)).toBeLessThan(Math.max(paidFen, 1))
        }
      }
      expect(before).toEqual(whole)
    }),
  )
})

import { DEFAULT_PROGRAM } from '../tiers/program'
import type { Difference } from './difference'
import { differenceWords } from './differenceWords'

const amounts = { expected: 1, found: 2 }
const spoken = (difference: Difference) => differenceWords(difference, DEFAULT_PROGRAM)

describe('differenceWords', () => {
  it.each<[Difference, string, string, string]>([
    [
      { of: 'member', member: 'm1', check: 'orders', ...amounts },
      'count',
      '累计订单数与订单记录不一致',
      'The orders counted disagree with the orders on file',
    ],
    [
      { of: 'day', day: '2026-03-01', check: 'orders', ...amounts },
      'count',
      '“订单”与明细不一致',
      'The figure for orders disagrees with the entries',
    ],
    [
      { of: 'day', day: null, check: 'salesFen', ...amounts },
      'fen',
      '“销售额”与明细不一致',
      'The figure for sales disagrees with the entries',
    ],
    [
      { of: 'day', day: null, check: 'tierMoves', from: null, to: 'regular', ...amounts },
      'count',
      '“成为普通会员”与明细不一致',
      'The figure for members who became Regular disagrees with the entries',
    ],
    [
      { of: 'day', day: null, check: 'tierMoves', from: 'regular', to: 'gold', ...amounts },
      'count',
      '“从普通会员到黄金会员”与明细不一致',
      'The figure for members who went from Regular to Gold disagrees with the entries',
    ],
    [
      { of: 'store', check: 'storeGrowth', ...amounts },
      'growth',
      '所有会员的成长值之和与全店明细不一致',
      "The sum of all members' growth disagrees with the shop's journal",
    ],
  ])('says of %j what disagrees', (difference, unit, zh, en) => {
    expect(spoken(difference)).toEqual({ unit, words: { zh, en } })
  })
})

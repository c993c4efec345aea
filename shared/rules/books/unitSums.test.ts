import type { Leg } from '../account/entry'
import { addSums, givenByStore, heldByMembers, NO_SUMS, storeDifferences } from './unitSums'

const legs: Leg[] = [
  { account: 'store.pointsIssued.checkin', unit: 'points', amount: -7 },
  { account: 'points', unit: 'points', amount: 5 },
  { account: 'pointsDebt', unit: 'points', amount: 2 },
  { account: 'store.cash.counter', unit: 'fen', amount: -100 },
  { account: 'store.sales', unit: 'fen', amount: 100 },
]

describe('the two sides of the journal', () => {
  it('come to the same when every leg is there', () => {
    expect(heldByMembers(legs)).toEqual({ points: 7, growth: 0, fen: 0 })
    expect(givenByStore(legs)).toEqual({ points: 7, growth: 0, fen: 0 })
    expect(storeDifferences(givenByStore(legs), heldByMembers(legs))).toEqual([])
  })

  it('differ by what is missing on one of them', () => {
    const held = addSums(NO_SUMS, heldByMembers(legs.slice(0, 2)))
    expect(storeDifferences(givenByStore(legs), held)).toEqual([
      { of: 'store', check: 'storePoints', expected: 7, found: 5 },
    ])
  })
})

import type { Leg, Unit } from '../account/entry'
import type { Difference, StoreCheck } from './difference'

/** An amount of each unit. */
export type UnitSums = Readonly<Record<Unit, number>>

export const NO_SUMS: UnitSums = { points: 0, growth: 0, fen: 0 }

export function addSums(a: UnitSums, b: UnitSums): UnitSums {
  return { points: a.points + b.points, growth: a.growth + b.growth, fen: a.fen + b.fen }
}

/** What legs left with members. */
export function heldByMembers(legs: readonly Leg[]): UnitSums {
  return sumOf(legs, (leg) => (isOfStore(leg.account) ? 0 : leg.amount))
}

/** The same from the other side: what legs took from the store's accounts. */
export function givenByStore(legs: readonly Leg[]): UnitSums {
  return sumOf(legs, (leg) => (isOfStore(leg.account) ? -leg.amount : 0))
}

const CHECKS: Readonly<Record<Unit, StoreCheck>> = {
  points: 'storePoints',
  growth: 'storeGrowth',
  fen: 'storeFen',
}

/** What all members hold together must be what the store gave, by the whole journal. */
export function storeDifferences(given: UnitSums, held: UnitSums): Difference[] {
  return (Object.keys(CHECKS) as Unit[])
    .filter((unit) => given[unit] !== held[unit])
    .map((unit) => ({ of: 'store', check: CHECKS[unit], expected: given[unit], found: held[unit] }))
}

function isOfStore(account: Leg['account']): boolean {
  return account.startsWith('store.')
}

function sumOf(legs: readonly Leg[], amount: (leg: Leg) => number): UnitSums {
  return legs.reduce<UnitSums>(
    (sums, leg) => ({ ...sums, [leg.unit]: sums[leg.unit] + amount(leg) }),
    NO_SUMS,
  )
}

import { groupBy } from '@shared/kernel/groupBy'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from './account'
import type { Entry } from './entry'

/** What of a member's level and of what it rests on the entries tell again. */
export type LevelCheck = 'boughtFen' | 'boughtOrders' | 'tier' | 'granted' | 'levelsPaidOut'

type PartCheck = readonly [LevelCheck, number, number]

/** What was bought by the day, the way from level to level, and what levels gave: made again from the entries, oldest first. */
export function levelChecks(account: Account, entries: readonly Entry[]): PartCheck[] {
  return [
    ...boughtChecks(account, entries),
    ['tier', 0, brokenSteps(account, entries)],
    ['granted', 0, lostGrants(account, entries)],
    [
      'levelsPaidOut',
      entries.filter(({ kind }) => kind === 'upgradePoints').length,
      account.levelsPaidOut.length,
    ],
  ]
}

interface Ordered {
  readonly key: string
  readonly fen: number
  readonly orders: number
}

/** Each day, and orders of an earlier system apart; what is kept as long ago together. */
function boughtChecks({ bought }: Account, entries: readonly Entry[]): PartCheck[] {
  const toldApart = new Set(bought.filter(isToldApart).map(keyOf))
  const placeOf = (key: string): string => (toldApart.has(key) ? key : 'long ago')
  const right = groupBy(ordersOf(entries), ({ key }) => placeOf(key))
  const found = groupBy(bought, (each) => (isToldApart(each) ? keyOf(each) : 'long ago'))
  return [...new Set([...right.keys(), ...found.keys()])].flatMap((place): PartCheck[] => [
    [
      'boughtFen',
      sumOf(right.get(place) ?? [], ({ fen }) => fen),
      sumOf(found.get(place) ?? [], ({ fen }) => fen),
    ],
    [
      'boughtOrders',
      sumOf(right.get(place) ?? [], ({ orders }) => orders),
      sumOf(found.get(place) ?? [], ({ orders }) => orders),
    ],
  ])
}

const isToldApart = ({ firstDay }: Account['bought'][number]): boolean => firstDay === undefined

const keyOf = ({ day, imported }: { readonly day: string; readonly imported: boolean }): string =>
  `${day} ${imported}`

/** What each order added to its day, and each refund took from it; an order refunded whole is none. */
function ordersOf(entries: readonly Entry[]): Ordered[] {
  const whole = new Set<string>()
  return entries.flatMap(({ kind, day, basis }) => {
    if (basis.of === 'order')
      return { key: keyOf({ day, imported: kind === 'orderImported' }), fen: basis.amountFen, orders: 1 }
    if (basis.of !== 'refund' || whole.has(basis.orderId)) return []
    const isWhole = basis.refundedBeforeFen + basis.amountFen === basis.paidFen
    if (isWhole) whole.add(basis.orderId)
    const key = keyOf({ day: basis.orderDay, imported: false })
    return { key, fen: -basis.amountFen, orders: isWhole ? -1 : 0 }
  })
}

/** Moves that do not begin where the one before ended, and a last one that does not end where the account stands. */
function brokenSteps({ tier }: Account, entries: readonly Entry[]): number {
  let level: string | null = null
  let broken = 0
  for (const { tier: move } of entries) {
    if (!move) continue
    if (move.from !== level) broken += 1
    level = move.to
  }
  return broken + (level === tier.id ? 0 : 1)
}

/** Grants that the account does not know of, and known ones that have no entry. */
function lostGrants({ granted }: Account, entries: readonly Entry[]): number {
  const given = entries.flatMap(({ basis }) => (basis.of === 'grant' ? basis : []))
  const entered = new Set(given.map(({ benefitId, period }) => `${benefitId} ${period}`))
  const known = new Set(granted.map(({ benefitId }) => benefitId))
  return (
    granted.filter(({ benefitId, period }) => !entered.has(`${benefitId} ${period}`)).length +
    new Set(given.flatMap(({ benefitId }) => (known.has(benefitId) ? [] : benefitId))).size
  )
}

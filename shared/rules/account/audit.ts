import { sumOf } from '@shared/kernel/sumOf'
import { applyGrowthDays, type GrowthDay } from '../growth/days'
import { applyLots, type Lot } from '../points/lots'
import { applyPending, type PendingLot } from '../points/pending'
import { freeLots, fundsOf, walletOf } from '../wallet/wallet'
import { NO_BALANCES, type Account, type Balances } from './account'
import { levelChecks, type LevelCheck } from './auditLevel'
import type { Entry, MemberAccount } from './entry'
import { addBalances, assertBalanced, MEMBER_ACCOUNTS, memberChange } from './legs'

export type Check =
  | 'entryBalances'
  | 'sequence'
  | MemberAccount
  | 'lots'
  | 'pending'
  | 'growthDays'
  | 'walletPrincipal'
  | 'walletBonus'
  | 'walletHolds'
  | 'orders'
  | 'ordersFen'
  | 'weChatFen'
  | LevelCheck

/** Something that the books say in two ways. */
export interface Difference {
  readonly member: string
  readonly check: Check
  readonly expected: number
  readonly found: number
}

/**
 * Recomputes one member's books from their entries (all of them, in any order), their order documents and what they
 * paid by WeChat less what goes back, and tells what disagrees. `expected` is what the entries say.
 */
export function auditAccount(
  account: Account,
  entries: readonly Entry[],
  documents: { readonly count: number; readonly fen: number; readonly weChatFen?: number },
): Difference[] {
  const differences: Difference[] = []
  const check = (name: Check, expected: number, found: number) => {
    if (expected !== found) differences.push({ member: account._id, check: name, expected, found })
  }
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq)
  let running: Balances = NO_BALANCES
  inOrder.forEach((entry, index) => {
    check('sequence', index + 1, entry.seq)
    check('entryBalances', 0, isSound(entry) ? 0 : 1)
    running = addBalances(running, memberChange(entry.legs))
    for (const name of MEMBER_ACCOUNTS) check(name, running[name], entry.after[name])
  })
  check('sequence', inOrder.length, account.seq)
  for (const name of MEMBER_ACCOUNTS) check(name, running[name], account.balances[name])
  partChecks(account, inOrder).forEach(([name, expected, found]) => check(name, expected, found))
  walletChecks(account).forEach(([name, expected, found]) => check(name, expected, found))
  levelChecks(account, inOrder).forEach(([name, expected, found]) => check(name, expected, found))
  check('orders', documents.count, account.spend.orders)
  check('ordersFen', documents.fen, account.spend.fen)
  check('weChatFen', weChatFenOf(inOrder), documents.weChatFen ?? 0)
  return differences
}

/** What came in by WeChat Pay, less what went back. */
const weChatFenOf = (entries: readonly Entry[]): number =>
  sumOf(entries, ({ legs }) =>
    sumOf(legs, ({ account, amount }) => (account === 'store.cash.wechat' ? 0 - amount : 0)),
  )

type PartCheck = readonly [Check, number, number]

/** What is left of the top-ups, beside the balances of both kinds; and that orders hold no more of one than is left. */
function walletChecks({ balances, ...account }: Account): PartCheck[] {
  const wallet = walletOf(account)
  const { principalFen, bonusFen } = fundsOf(wallet.lots)
  const overHeld = freeLots(wallet).filter((lot) => lot.principalFen < 0 || lot.bonusFen < 0)
  return [
    ['walletPrincipal', balances.principal, principalFen],
    ['walletBonus', balances.bonus, bonusFen],
    ['walletHolds', 0, overHeld.length],
  ]
}

/** Lots, pending lots and growth days, made again from the entries: each lot and day that differs, by its amount. */
function partChecks(account: Account, entries: readonly Entry[]): PartCheck[] {
  try {
    const lots = entries.reduce<readonly Lot[]>((made, entry) => applyLots(made, entry.lots), [])
    const pending = entries.reduce<readonly PendingLot[]>(
      (made, entry) => applyPending(made, entry.pending),
      [],
    )
    const days = entries.reduce<readonly GrowthDay[]>(
      (made, entry) => applyGrowthDays(made, entry.growthDays),
      [],
    )
    return [
      ...differing('lots', lots, account.lots, ({ validUntil }) => String(validUntil), pointsOf),
      ...differing(
        'pending',
        pending,
        account.pending,
        ({ releaseDay, validUntil }) => `${releaseDay} ${validUntil}`,
        pointsOf,
      ),
      ...differing(
        'growthDays',
        days,
        account.growthDays,
        ({ day }) => day,
        ({ gained }) => gained,
      ),
      ...differing(
        'growthDays',
        days,
        account.growthDays,
        ({ day }) => day,
        ({ counted }) => counted,
      ),
    ]
  } catch {
    // Entries that cannot be put together at all: a lot would go below nothing.
    return [['lots', 0, 1]]
  }
}

const pointsOf = ({ points }: { readonly points: number }): number => points

function differing<T>(
  name: Check,
  expected: readonly T[],
  found: readonly T[],
  keyOf: (part: T) => string,
  amountOf: (part: T) => number,
): PartCheck[] {
  const amounts = (parts: readonly T[]) => new Map(parts.map((part) => [keyOf(part), amountOf(part)]))
  const [right, there] = [amounts(expected), amounts(found)]
  return [...new Set([...right.keys(), ...there.keys()])]
    .map((key): PartCheck => [name, right.get(key) ?? 0, there.get(key) ?? 0])
    .filter(([, a, b]) => a !== b)
}

function isSound(entry: Entry): boolean {
  try {
    assertBalanced(entry.legs)
  } catch {
    return false
  }
  return MEMBER_ACCOUNTS.every((name) => memberChange(entry.legs)[name] === entry.change[name])
}

import { totalOf } from '../points/lots'
import { NO_BALANCES, type Account, type Balances } from './account'
import type { Entry, MemberAccount } from './entry'
import { addBalances, assertBalanced, memberChange } from './post'

export type Check = 'entryBalances' | 'sequence' | MemberAccount | 'lots' | 'orders'

/** Something that the books say in two ways. */
export interface Difference {
  readonly member: string
  readonly check: Check
  readonly expected: number
  readonly found: number
}

const MEMBER_ACCOUNTS: readonly MemberAccount[] = ['points', 'growth', 'principal', 'bonus']

/**
 * Recomputes one member's books from their entries (all of them, in any order) and their order documents, and tells
 * what disagrees with the account. `expected` is what the entries say.
 */
export function auditAccount(
  account: Account,
  entries: readonly Entry[],
  orders: { readonly count: number; readonly fen: number },
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
  check('lots', running.points, totalOf(account.lots))
  check('orders', orders.count, account.spend.orders)
  check('orders', orders.fen, account.spend.fen)
  return differences
}

function isSound(entry: Entry): boolean {
  try {
    assertBalanced(entry.legs)
  } catch {
    return false
  }
  return MEMBER_ACCOUNTS.every((name) => memberChange(entry.legs)[name] === entry.change[name])
}

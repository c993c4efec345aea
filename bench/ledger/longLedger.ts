import { addDays } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { withDueDay } from '@shared/rules/account/settle'
import { trimTail } from '@shared/rules/account/tail'
import { join } from '@shared/rules/member/join'
import { importOrder } from '@shared/rules/orders/importOrder'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import type { BenchStack } from '../stack/benchStack'

const FIRST_DAY = '2025-01-01'
const ORDERS_A_DAY = 25
const A_CALL = 500

/** Gives somebody a history of so many entries: they joined, and bought many times a day. */
export async function addLongLedger(bench: BenchStack, openid: string, entries: number): Promise<void> {
  const { db } = bench.cloud
  const { account, journal } = longHistory(memberIdOf(openid, bench.memberIdSecret), entries)
  await db.collection('members').add({ ...account, version: 1 })
  for (let at = 0; at < journal.length; at += A_CALL) {
    const slice = journal.slice(at, at + A_CALL)
    await db.collection('journal').add(slice.map((entry) => ({ ...entry, filedAt: entry.recordedAt })))
  }
}

function longHistory(memberId: string, entries: number): { account: Account; journal: readonly Entry[] } {
  const at = Date.parse(`${FIRST_DAY}T04:00:00Z`)
  const joined = join(null, memberId, FIRST_DAY, at, '1', DEFAULT_SETTINGS)
  if (!joined) throw new Error('somebody new could not join')
  const journal: Entry[] = [...joined.tail]
  let account = trimTail(joined)
  while (journal.length < entries) {
    const number = journal.length
    const placedDay = addDays(FIRST_DAY, Math.floor(number / ORDERS_A_DAY))
    const order = { orderId: `long:${number}`, placedDay, quantity: 1, amountFen: 1_000 + number }
    const next = importOrder(account, order, DEFAULT_SETTINGS, at, 'staff:bench')
    journal.push(...next.tail)
    account = trimTail(next)
  }
  return { account: withDueDay(account, DEFAULT_SETTINGS, FIRST_DAY), journal }
}

import { monthOf } from '@shared/kernel/day'
import { ok, refuse } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { readLedgerPage } from '../points/ledgerPage'

export const ledger: UseCase<'wallet.ledger'> = async (call, { cursor, month }) => {
  const filter = { unit: 'wallet', month: month ?? null, group: null } as const
  const read = await readLedgerPage(call, filter, cursor)
  if (!read?.account.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { account, page } = read
  return ok({
    today: call.today,
    firstMonth: monthOf(account.knownSince),
    entries: page.entries.map(({ _id, seq, kind, at, day, reason, change, after }) => ({
      id: _id,
      seq,
      kind,
      at,
      day,
      reason,
      principal: change.principal,
      bonus: change.bonus,
      after,
    })),
    nextCursor: page.nextCursor,
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { expiringSoon } from '@shared/rules/points/expiringSoon'
import type { UseCase } from '../../runtime/call'
import { asLedger, readLedgerPage } from './ledgerPage'

export const ledger: UseCase<'points.ledger'> = async (call, { cursor, unit = 'all', month, kind }) => {
  const filter = { unit: unit === 'all' ? null : unit, month: month ?? null, group: kind ?? null }
  const read = await readLedgerPage(call, filter, cursor)
  if (!read?.account.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { account, page } = read
  return ok({
    today: call.today,
    balances: account.balances,
    lots: [...account.lots],
    pending: [...account.pending],
    expiringSoon: expiringSoon(account.lots, call.today),
    ...asLedger(account, page),
  })
}

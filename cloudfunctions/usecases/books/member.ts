import { ok, refuse } from '@shared/kernel/result'
import { tierProgress } from '@shared/rules/tiers/progress'
import { standingOf } from '@shared/rules/tiers/standingOf'
import type { UseCase } from '../../runtime/call'
import { asLedger, readLedgerPage } from '../points/ledgerPage'

export const member: UseCase<'books.member'> = async (call, { member: memberId, cursor, kind }) => {
  const filter = { unit: null, month: null, group: kind ?? null }
  const [found, settings] = await Promise.all([
    readLedgerPage({ cloud: call.cloud, memberId }, filter, cursor),
    call.settings(),
  ])
  if (!found) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const { account, page } = found
  return ok({
    member: memberId,
    joinedDay: account.joined?.day ?? null,
    knownSince: account.knownSince,
    today: call.today,
    tier: tierProgress(standingOf(account, settings), settings.tiers, call.today),
    balances: account.balances,
    lots: [...account.lots],
    ...asLedger(account, page),
  })
}

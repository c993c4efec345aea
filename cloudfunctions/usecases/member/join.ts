import { ok } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { join as decideJoin } from '@shared/rules/member/join'
import { tierView } from '@shared/rules/tiers/view'
import { standingOf } from '@shared/rules/tiers/standingOf'
import { commandOnAccount } from '../../database/commandOnAccount'
import type { UseCase } from '../../runtime/call'

export const join: UseCase<'member.join'> = async (call, { consentVersion }) => {
  const settings = await call.settings()
  const member = await commandOnAccount(call, call.memberId, settings, (account) => {
    const next = decideJoin(account, call.memberId, call.today, call.at, consentVersion, settings)
    return next ? { next, answer: next } : { answer: account as Account }
  })
  return ok({
    joinedDay: member.joined?.day ?? call.today,
    tier: tierView(standingOf(member, settings), settings.tiers, call.today),
    balances: member.balances,
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { balanceOf, tierOf } from '../counter/member'
import { CODE_LIVES_MS, makeCode } from './memberCode'

export const show: UseCase<'memberCode.show'> = async (call) => {
  const { cloud, memberId, today, at, secret } = call
  const [found, settings] = await Promise.all([readAccount(cloud, memberId), call.settings()])
  if (!found?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const account = settle(found, today, settings, at)
  return ok({
    code: makeCode(memberId, at, secret),
    now: at,
    validUntil: at - (at % 1_000) + CODE_LIVES_MS,
    tier: tierOf(account, settings),
    points: account.balances.points,
    balance: balanceOf(account),
  })
}

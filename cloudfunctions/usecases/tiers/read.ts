import { ok, refuse } from '@shared/kernel/result'
import { levelsView } from '@shared/rules/tiers/levelsView'
import { standingOf } from '@shared/rules/tiers/standingOf'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'tiers.read'> = async (call) => {
  const [account, settings] = await Promise.all([readAccount(call.cloud, call.memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  return ok(levelsView(standingOf(account, settings), settings, call.today))
}

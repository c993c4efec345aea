import { ok, refuse } from '@shared/kernel/result'
import { growthCounting } from '@shared/rules/growth/counting'
import { growthLeaving } from '@shared/rules/growth/lapse'
import { tierView } from '@shared/rules/tiers/view'
import { standingOf } from '@shared/rules/tiers/standingOf'
import type { UseCase } from '../../runtime/call'
import { asLedger, readLedgerPage } from '../points/ledgerPage'

export const read: UseCase<'growth.read'> = async (call) => {
  const filter = { unit: 'growth', month: null, group: null } as const
  const [found, settings] = await Promise.all([readLedgerPage(call, filter), call.settings()])
  if (!found?.account.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { account, page } = found
  return ok({
    today: call.today,
    growth: account.balances.growth,
    counting: growthCounting(settings.growth.mode, call.today),
    leaving: growthLeaving(account.growthDays, settings.growth.mode),
    tier: tierView(standingOf(account, settings), settings.tiers, call.today),
    ...asLedger(account, page),
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { findInTail } from '@shared/rules/account/tail'
import { explainGrowth, explainPoints, explainTier } from '@shared/rules/explain/explainBalance'
import { explainEntry } from '@shared/rules/explain/explainEntry'
import { readEntry } from '../../database/journal'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'explain.read'> = async (call, { subject }) => {
  const [account, filed, settings] = await Promise.all([
    readAccount(call.cloud, call.memberId),
    subject.kind === 'entry' ? readEntry(call.cloud, subject.id) : null,
    call.settings(),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  switch (subject.kind) {
    case 'pointsBalance':
      return ok(explainPoints(account))
    case 'growthBalance':
      return ok(explainGrowth(account, settings))
    case 'tier':
      return ok(explainTier(account, settings))
    case 'entry': {
      const waiting = findInTail(account, subject.id)
      // Read again when it was on its way from the tail to the journal.
      const entry = waiting ?? filed ?? (await readEntry(call.cloud, subject.id))
      if (!entry || entry.member !== account._id) return refuse({ code: 'ENTRY_NOT_FOUND' })
      return ok(explainEntry(entry, settings.tiers))
    }
  }
}

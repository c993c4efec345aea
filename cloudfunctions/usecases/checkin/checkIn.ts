import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { findInTail } from '@shared/rules/account/tail'
import { checkIn as decideCheckIn, checkinCause } from '@shared/rules/checkin/checkIn'
import { rankOf, tierFace } from '@shared/rules/tiers/face'
import type { TierProgram } from '@shared/rules/tiers/program'
import { commandOnAccount } from '../../database/commandOnAccount'
import { readEntry } from '../../database/journal'
import type { Call, UseCase } from '../../runtime/call'

export const checkIn: UseCase<'checkin.checkIn'> = async (call) => {
  const settings = await call.settings()
  const outcome = await commandOnAccount<Result<Entry, { code: 'NOT_A_MEMBER' }>>(
    call,
    call.memberId,
    settings,
    async (account) => {
      if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
      const next = decideCheckIn(account, call.today, call.at, settings)
      return next
        ? { next, answer: ok(stampOf(next, call.today)) }
        : { answer: ok(await earlierStamp(call, account)) }
    },
  )
  return outcome.ok ? ok(answerOf(outcome.value, settings.tiers)) : outcome
}

function stampOf(account: Account, today: string): Entry {
  const entry = findInTail(account, checkinCause(account._id, today))
  if (!entry) throw new Error('a check-in left no entry')
  return entry
}

/** Today is stamped already: the second caller gets the first one's answer, from the tail or from the journal. */
async function earlierStamp(call: Call, account: Account): Promise<Entry> {
  const cause = checkinCause(account._id, call.today)
  const entry = findInTail(account, cause) ?? (await readEntry(call.cloud, cause))
  if (!entry) throw new Error(`${cause} is stamped but has no entry`)
  return entry
}

function answerOf(entry: Entry, tiers: TierProgram) {
  if (entry.basis.of !== 'checkin') throw new Error(`${entry._id} is no check-in`)
  return {
    entryId: entry._id,
    day: entry.day,
    streak: entry.basis.streak,
    points: entry.change.points,
    growth: entry.change.growth,
    after: entry.after,
    reached: entry.tier?.kind === 'up' ? tierFace(tiers, rankOf(tiers, entry.tier.to)) : null,
  }
}

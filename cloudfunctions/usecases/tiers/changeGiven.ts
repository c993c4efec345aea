import type { ErrorCode, Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { findInTail } from '@shared/rules/account/tail'
import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { givingCause, type GivingOccasion } from '@shared/rules/tiers/giveTier'
import { commandOnAccount } from '../../database/commandOnAccount'
import { readEntry } from '../../database/journal'
import { readTopic } from '../../database/settings'
import type { Call } from '../../runtime/call'

type RefusalOfRule = { readonly code: ErrorCode }

type Decide<R extends RefusalOfRule> = (
  account: Account,
  settings: Settings,
  occasion: GivingOccasion,
) => Result<Account, R>

/**
 * Changes the level that the shop gives a member. The same request again finds its entry and answers as the first
 * time, whatever has been given or taken since.
 */
export async function changeGiven<R extends RefusalOfRule>(call: Call, member: string, decide: Decide<R>) {
  const settings = await newestLevels(call)
  const cause = givingCause(member, call.requestId)
  const occasion: GivingOccasion = {
    cause,
    today: call.today,
    at: call.at,
    by: `staff:${call.memberId}`,
  }
  return commandOnAccount<Result<{ entryId: string }, Refusal<R['code'] | 'MEMBER_NOT_FOUND'>>>(
    call,
    member,
    settings,
    async (account) => {
      if (!account) return { answer: refuse({ code: 'MEMBER_NOT_FOUND' }) }
      const earlier = findInTail(account, cause) ?? (await readEntry(call.cloud, cause))
      if (earlier) return { answer: ok({ entryId: cause }) }
      const decided = decide(account, settings, occasion)
      if (!decided.ok) return { answer: refuse(withData(decided.error)) }
      return { next: decided.value, answer: ok({ entryId: cause }) }
    },
  )
}

/** A level is chosen from the newest there are: an instance goes on with older settings for some seconds. */
async function newestLevels(call: Call): Promise<Settings> {
  const [known, tiers] = await Promise.all([call.settings(), readTopic(call.cloud, 'tiers')])
  return { ...known, tiers: tiers?.value ?? DEFAULT_SETTINGS.tiers }
}

function withData<R extends RefusalOfRule>({ code, ...data }: R): Refusal<R['code']> {
  return { code, data: data as Refusal['data'] }
}

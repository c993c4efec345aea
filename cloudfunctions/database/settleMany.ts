import { groupBy } from '@shared/kernel/groupBy'
import type { Account } from '@shared/rules/account/account'
import { isSettled, settle } from '@shared/rules/account/settle'
import type { Settings } from '@shared/rules/settings/settings'
import { commandOnAccount, type Moment } from './commandOnAccount'
import { changesOf } from './members'

/**
 * Does what has fallen due for accounts that were just read. Those for whom nothing happens but that they were looked
 * at, which after a change of rules are most, are written together; the others one by one, each with its entries.
 * Whoever was written to meanwhile stays for next time. One account that cannot be settled does not keep the others
 * from it: answers those errors.
 */
export async function settleMany(
  moment: Moment,
  accounts: readonly Account[],
  settings: Settings,
): Promise<readonly Error[]> {
  const outcomes = await Promise.allSettled(
    accounts.map(
      async (account) => lookedAt(moment, account, settings) ?? settleOne(moment, account, settings),
    ),
  )
  const looked = outcomes.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []))
  await writeAlike(moment, looked)
  return outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []))
}

interface LookedAt {
  readonly account: Account
  readonly changes: Readonly<Record<string, string | number | null>>
}

/** The few plain fields that change when nothing happens; null when something does. */
function lookedAt({ cloud, at, today }: Moment, account: Account, settings: Settings): LookedAt | null {
  const next = settle(account, today, settings, at)
  if (next.seq !== account.seq || next.outgoing !== account.outgoing || !isSettled(next, today, settings))
    return null
  const { version: _, tier, ...others } = changesOf(cloud.db, account, next)
  if (tier !== undefined && !isOnlyLookedAt(account, next)) return null
  const fields = Object.keys(others)
  if (!fields.every((field) => PLAIN.has(field))) return null
  const plain = Object.fromEntries(fields.map((field) => [field, next[field as 'dueDay']]))
  return { account, changes: tier === undefined ? plain : { ...plain, [TIER_VERSION]: next.tier.version } }
}

const TIER_VERSION = 'tier.version'
const PLAIN: ReadonlySet<string> = new Set<keyof Account>(['growthVersion', 'benefitsVersion', 'dueDay'])

/** True when the level is as it was in all but the version that it was judged under. */
function isOnlyLookedAt(account: Account, next: Account): boolean {
  const fields = Object.keys(next.tier) as (keyof Account['tier'])[]
  return fields.every((field) => field === 'version' || next.tier[field] === account.tier[field])
}

async function settleOne(moment: Moment, account: Account, settings: Settings): Promise<null> {
  await commandOnAccount(
    moment,
    account._id,
    settings,
    (settled) => (settled ? { next: settled, answer: null } : { answer: null }),
    account,
  )
  return null
}

async function writeAlike({ cloud }: Moment, looked: readonly LookedAt[]): Promise<void> {
  const { command } = cloud.db
  const groups = groupBy(looked, ({ account, changes }) => JSON.stringify([account.version, changes]))
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const [first] = group
      if (!first) return
      const { account, changes } = first
      await cloud.db
        .collection('members')
        .where({ _id: command.in(group.map(({ account: { _id } }) => _id)), version: account.version })
        .update({ ...changes, version: account.version + 1 })
    }),
  )
}

import { type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { REMINDERS_LIMIT } from '../account/tail'
import { tell } from '../messages/tell'
import type { Settings } from '../settings/settings'
import { membershipOf, withMembership } from './holding'
import { offerOf } from './offer'
import { nextRenewalReminder, renewalReminderDue } from './remind'
import { renewalSaid } from './words'

/** The first day on which a member is to be asked to renew; null when nobody is to be. */
export function nextRenewal(account: Account, { tiers }: Pick<Settings, 'tiers'>): Day | null {
  return account.joined ? nextRenewalReminder(account.tier, membershipOf(account).reminder, tiers) : null
}

/** Asks a member to renew the level that was paid for, once for each of the days before its end. */
export function remindRenewal(account: Account, today: Day, { tiers }: Settings, at: number): Account {
  if (!account.joined) return account
  const { tier, _id: member } = account
  const due = renewalReminderDue(tier, membershipOf(account).reminder, tiers, today)
  if (!due || !tier.paid || account.outgoing.length >= REMINDERS_LIMIT) return account
  const renewal = offerOf(tier, tier.paid.levelId, tiers, today)
  return tell(withMembership(account, { reminder: due }), {
    _id: `membershipEnding:${member}:${tier.paid.levelId}:${due.until}:${due.daysBefore}`,
    schemaVersion: 1,
    member,
    kind: 'membershipEnding',
    at,
    day: today,
    ...renewalSaid(due, tier, renewal.ok ? renewal.value : null, tiers, today),
    link: 'memberships',
  })
}

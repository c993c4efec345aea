import type { Account } from '@shared/rules/account/account'
import type { Message } from '@shared/rules/messages/message'
import { outboxItems, type OutboxItem } from '@shared/rules/messages/outbox'
import { tell } from '@shared/rules/messages/tell'
import { expiryReminder } from '@shared/rules/points/expiryReminder'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { commitAccount } from '../../cloudfunctions/database/members'
import type { Shop } from './shop'

const TOLD_ON = '2026-03-01'

export async function accountOf(shop: Shop, memberId: string): Promise<Account> {
  const account = await getById<Account>(shop.cloud, 'members', memberId)
  if (!account) throw new Error('there is no such account')
  return account
}

const reminder = (memberId: string, validUntil: string): Message =>
  expiryReminder(memberId, validUntil, 30, 120, Date.now(), TOLD_ON)

/** Commits reminders to an account, as the rule does that decides them: one for each of the days. */
export async function remind(shop: Shop, memberId: string, validUntil: readonly string[]): Promise<void> {
  const account = await accountOf(shop, memberId)
  const next = validUntil.map((day) => reminder(memberId, day)).reduce(tell, account)
  if (!(await commitAccount(shop.cloud, account, next))) throw new Error('somebody wrote first')
}

/** Messages in the outbox as if they came from a drain, one for each day from `firstDay` on. */
export async function fillOutbox(
  shop: Shop,
  memberId: string,
  count: number,
  firstDay = '2027-01-01',
): Promise<OutboxItem<'inbox'>[]> {
  const items = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(firstDay) + i * 86_400_000).toISOString().slice(0, 10)
    return outboxItems(reminder(memberId, day), Date.now())
  }).flat()
  await shop.cloud.db.collection('outbox').add(items)
  return items
}

export async function outboxOf(shop: Shop): Promise<OutboxItem[]> {
  return all(shop, 'outbox')
}

export async function inboxOf(shop: Shop): Promise<Message[]> {
  return all(shop, 'inbox')
}

async function all<T>(shop: Shop, collection: string): Promise<T[]> {
  const { data } = await shop.cloud.db.collection(collection).orderBy('_id', 'asc').limit(1_000).get()
  return data as T[]
}

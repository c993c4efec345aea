import type { Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import { trimTail } from '@shared/rules/account/tail'
import { openFromImport } from '@shared/rules/member/join'
import { importOrder, placedAt } from '@shared/rules/orders/importOrder'
import type { OrderRow } from '@shared/rules/orders/orderRow'
import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { importedMemberId } from '../../cloudfunctions/database/memberId'
import type { RunningGateway } from '../../local/cloud/gateway/startGateway'
import { insertMembers } from './insertMembers'

const A_CALL = 1_000
const SOURCE = 'history'
const BY = 'staff:history'

/** The members of a history as importing it leaves their accounts, everything filed; by the rules alone, in seconds. */
export function bookedMembers(
  rows: readonly OrderRow[],
  secret: string,
  today: Day,
  at: number,
  settings: Settings = DEFAULT_SETTINGS,
): Account[] {
  return [...groupBy(rows, ({ customer }) => customer)].map(([customer, all]) => {
    const orders = [...all]
      .sort((a, b) => (a.placedDay < b.placedDay ? -1 : Number(a.placedDay > b.placedDay)))
      .map((row, place) => ({ ...row, orderId: `${SOURCE}:${customer}:${place}` }))
    const [first] = orders
    if (!first) throw new Error('a customer without orders')
    const importedAs = { source: SOURCE, customer }
    const memberId = importedMemberId(SOURCE, customer, secret)
    const opened = openFromImport(memberId, importedAs, first.placedDay, placedAt(first), at, settings, BY)
    const booked = orders.reduce((account, order) => importOrder(account, order, settings, at, BY), opened)
    return { ...trimTail(settle(booked, today, settings, at)), version: 1 }
  })
}

/** Puts accounts into the store past the SDK, since they are many. */
export async function putMembers(
  gateway: Pick<RunningGateway, 'answer'>,
  envName: string,
  accounts: readonly Account[],
): Promise<void> {
  for (let from = 0; from < accounts.length; from += A_CALL) {
    const slice = accounts.slice(from, from + A_CALL).map((account) => JSON.stringify(account))
    await insertMembers(gateway, envName, slice)
  }
}

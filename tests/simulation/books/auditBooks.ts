import { isDeepStrictEqual } from 'node:util'
import type { Account } from '@shared/rules/account/account'
import { auditAccount } from '@shared/rules/account/audit'
import type { Entry } from '@shared/rules/account/entry'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { JournalDocument } from '../../../cloudfunctions/database/documents'
import { must } from '../operation'
import { mustBeTheSale } from './saleBooks'
import { entryOf, type ShopBooks } from './shopBooks'

/** Compares all that is in the store with the books, every account, entry and order: the slow check, now and then. */
export function auditBooks(shop: ShopBooks): void {
  auditAccounts(shop)
  auditJournal(shop)
  auditOrders(shop)
  shop.mustHaveAllPromised()
}

function auditAccounts(shop: ShopBooks): void {
  const accounts = shop.store.bodies('members')
  must(
    accounts.size === shop.accounts.size,
    () => `${accounts.size} members, ${shop.accounts.size} are known`,
  )
  for (const [id, body] of accounts)
    must(shop.accounts.get(id)?.body === body, () => `${id} was written to and nobody saw it`)
}

/** An entry that was compared once is only to be the same text ever after. */
function auditJournal(shop: ShopBooks): void {
  for (const [id, body] of shop.store.bodies('journal')) {
    if (shop.filed.get(id) === body) continue
    must(!shop.filed.has(id), () => `${id} was changed: ${body}`)
    mustBeAsTaken(shop, entryOf(JSON.parse(body) as JournalDocument))
    shop.filed.set(id, body)
  }
  for (const { account } of shop.accounts.values())
    for (const entry of account.tail) mustBeAsTaken(shop, entry)
}

function mustBeAsTaken(shop: ShopBooks, entry: Entry): void {
  const taken = shop.members.get(entry.member)?.entries[entry.seq - 1]
  must(
    taken !== undefined && (taken === entry || isDeepStrictEqual(taken, entry)),
    () => `${entry._id} was changed: ${JSON.stringify(taken)} is now ${JSON.stringify(entry)}`,
  )
}

function auditOrders(shop: ShopBooks): void {
  let sales = 0
  for (const [id, body] of shop.store.bodies('orders')) {
    const order = JSON.parse(body) as OrderDocument
    const cause = `order:${id}:${order.kind === 'sale' ? 'paid' : 'imported'}`
    must(shop.has(cause), () => `the order ${id} has no entry`)
    const sale = shop.sales.get(id)
    if (order.kind !== 'sale' || !sale) continue
    mustBeTheSale(order, sale)
    sales += 1
  }
  must(sales === shop.sales.size, () => `${sales} sales have a document, of ${shop.sales.size}`)
}

/** What the product's own audit says of every member, by the entries that were taken: it must find nothing. */
export function auditByTheProduct(shop: ShopBooks): void {
  const sums = new Map<string, { count: number; fen: number }>()
  for (const body of shop.store.bodies('orders').values()) {
    const { member, netFen, state } = JSON.parse(body) as OrderDocument
    const sum = sums.get(member) ?? { count: 0, fen: 0 }
    sums.set(member, { count: sum.count + (state === 'refunded' ? 0 : 1), fen: sum.fen + netFen })
  }
  for (const { account } of shop.accounts.values() as Iterable<{ account: Account }>) {
    const { entries } = shop.member(account._id)
    const differences = auditAccount(account, entries, sums.get(account._id) ?? { count: 0, fen: 0 })
    must(differences.length === 0, () => `the audit found ${JSON.stringify(differences)}`)
  }
}

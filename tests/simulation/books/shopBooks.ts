import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { auditAccount } from '@shared/rules/account/audit'
import type { Entry, EntryKind } from '@shared/rules/account/entry'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { JournalDocument } from '../../../cloudfunctions/database/documents'
import { must } from '../operation'
import type { SimulatedStore } from '../platform/store'
import { MemberBooks, type Expected } from './memberBooks'
import { ShopFigures } from './shopFigures'

/** What keeps an account small: written again here, so that nobody moves it by mistake. */
const TAIL_LIMIT = 32
const RECENT_CAUSES = 64

/** What an entry of a kind must have changed; throws when nothing that was asked for can have caused it. */
export type Expect = (entry: Entry, member: MemberBooks, shop: ShopBooks) => Expected

export interface AttemptedOrder {
  readonly member: string
  readonly day: Day
  readonly amountFen: number
}

/**
 * What must be in the books by everything that was asked for and answered, kept apart from the product. It sees what
 * is committed, an operation at a time, and throws as soon as something cannot be.
 */
export class ShopBooks {
  readonly members = new Map<string, MemberBooks>()
  readonly figures = new ShopFigures()
  /** What has been asked for, and so may be in the books. */
  readonly attempted = {
    joins: new Set<string>(),
    stamps: new Set<string>(),
    orders: new Map<string, AttemptedOrder>(),
  }
  /** Causes that somebody was told of: they must be in. */
  private readonly promised = new Set<string>()
  private readonly joinedDays = new Map<string, Day>()
  private readonly firstAnswers = new Map<string, string>()
  private readonly seen = new Map<string, { readonly body: string; readonly account: Account }>()
  /** Everybody who was ever looked for, also those who were not there. */
  private readonly watched = new Set<string>()
  private readonly claims = new Map<string, number>()
  private readonly causes = new Set<string>()

  constructor(
    private readonly store: SimulatedStore,
    private readonly expectations: Readonly<Record<EntryKind, Expect>>,
  ) {}

  member(id: string): MemberBooks {
    const known = this.members.get(id) ?? new MemberBooks(id)
    this.members.set(id, known)
    return known
  }

  /** The day on which a member joined, as far as it has been seen. */
  joinedDay(id: string): Day | undefined {
    return this.joinedDays.get(id)
  }

  has(cause: string): boolean {
    return this.causes.has(cause)
  }

  /** A caller was told that this is in the books: from now on it must be. */
  promise(cause: string): void {
    must(this.causes.has(cause), () => `${cause} was acknowledged and is not in the books`)
    this.promised.add(cause)
  }

  /** Whoever asks the same again is answered the same. */
  answersAlike(question: string, answer: unknown): void {
    const text = JSON.stringify(answer)
    const first = this.firstAnswers.get(question)
    must(
      first === undefined || first === text,
      () => `${question} was answered with ${first}, and now with ${text}`,
    )
    this.firstAnswers.set(question, text)
  }

  /** Callers together are told of no more than there is. */
  claim(what: string, amount: number, inAll: number): void {
    const claimed = (this.claims.get(what) ?? 0) + amount
    must(claimed <= inAll, () => `${what}: callers were told of ${claimed}, there are ${inAll}`)
    this.claims.set(what, claimed)
  }

  /** Looks at a member's account as it is committed, and at all that is new in their books. */
  look(memberId: string): void {
    this.watched.add(memberId)
    const body = this.store.body('members', memberId)
    const before = this.seen.get(memberId)
    if (body === undefined) {
      must(before === undefined, () => `${memberId} is gone`)
      return
    }
    if (body === before?.body) return
    const account = JSON.parse(body) as Account
    const member = this.member(memberId)
    must(
      before === undefined || account.version > before.account.version,
      () => `${memberId}: version ${account.version} after ${before?.account.version}, with another content`,
    )
    for (const entry of this.newEntries(account, member.seq)) this.take(entry, member)
    member.mustAgreeWith(account)
    this.lookAtTail(account, before?.account)
    this.lookAtJoining(account)
    this.seen.set(memberId, { body, account })
  }

  lookAtEverybody(): void {
    for (const memberId of this.watched) this.look(memberId)
  }

  private newEntries(account: Account, known: number): Entry[] {
    const waiting = account.tail.filter(({ seq }) => seq > known)
    const isWhole = waiting.length === account.seq - known
    const filed = isWhole
      ? []
      : this.store.find<JournalDocument>('journal', {
          member: account._id,
          seq: { $gt: known, $lte: account.seq },
        })
    const bySeq = new Map([...filed.map(entryOf), ...waiting].map((entry) => [entry.seq, entry]))
    return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
  }

  private take(entry: Entry, member: MemberBooks): void {
    must(!this.causes.has(entry._id), () => `${entry._id} is in the books twice`)
    member.take(entry, this.expectations[entry.kind](entry, member, this))
    this.causes.add(entry._id)
    this.figures.take(entry)
  }

  private lookAtTail(account: Account, before: Account | undefined): void {
    const { _id, tail, tailSince, recentCauses, seq } = account
    must(tail.length <= TAIL_LIMIT, () => `${_id}: ${tail.length} entries wait`)
    must(recentCauses.length <= RECENT_CAUSES, () => `${_id}: remembers ${recentCauses.length} causes`)
    must((tailSince === null) === (tail.length === 0), () => `${_id}: tailSince is ${tailSince}`)
    must(
      tail.every((entry, index) => index === 0 || entry.seq > tail[index - 1]!.seq) &&
        (tail.at(-1)?.seq ?? 0) <= seq,
      () => `${_id}: the tail is out of order`,
    )
    const waits = new Set(tail.map((entry) => entry._id))
    for (const entry of before?.tail ?? []) {
      const isThere = waits.has(entry._id) || this.store.body('journal', entry._id) !== undefined
      must(isThere, () => `${entry._id} left the tail and is not in the journal`)
    }
  }

  private lookAtJoining({ _id, joined }: Account): void {
    const known = this.joinedDays.get(_id)
    must(
      known === joined?.day || known === undefined,
      () => `${_id}: joined on ${known}, now on ${joined?.day}`,
    )
    if (!joined) return
    must(this.attempted.joins.has(`${_id}:${joined.day}`), () => `${_id}: joined on ${joined.day} by nobody`)
    this.joinedDays.set(_id, joined.day)
  }

  /** After the timers ran to their end nothing waits, and nothing that has lapsed is left. */
  mustBeSettled(today: Day): void {
    for (const { account } of this.seen.values()) {
      must(account.tail.length === 0, () => `${account._id}: entries still wait for the journal`)
      const late = account.lots.find(({ validUntil }) => validUntil !== null && validUntil < today)
      must(late === undefined, () => `${account._id}: points until ${late?.validUntil} are there on ${today}`)
    }
  }

  /** Reads everything there is and recomputes it: the slow check, now and then and at the end. */
  audit(): void {
    this.lookAtEverybody()
    const journal = groupOf(this.store.find<JournalDocument>('journal', {}), ({ member }) => member)
    const orders = groupOf(this.store.find<OrderDocument>('orders', {}), ({ member }) => member)
    const accounts = this.store.find<Account>('members', {})
    must(accounts.length === this.seen.size, () => `${accounts.length} members, ${this.seen.size} are known`)
    for (const account of accounts)
      this.auditMember(account, journal.get(account._id), orders.get(account._id))
    for (const cause of this.promised) must(this.causes.has(cause), () => `${cause} is gone`)
  }

  private auditMember(account: Account, filed: JournalDocument[] = [], orders: OrderDocument[] = []): void {
    const member = this.member(account._id)
    const journal = filed.map(entryOf)
    const entries = [...new Map([...journal, ...account.tail].map((entry) => [entry._id, entry])).values()]
    const fen = orders.reduce((sum, { amountFen }) => sum + amountFen, 0)
    const differences = auditAccount(account, entries, { count: orders.length, fen })
    must(differences.length === 0, () => `the audit found ${JSON.stringify(differences)}`)
    for (const entry of [...journal, ...account.tail]) {
      const taken = member.entries[entry.seq - 1]
      must(
        taken !== undefined && isDeepEqual(taken, entry),
        () => `${entry._id} was changed: ${JSON.stringify(taken)} is now ${JSON.stringify(entry)}`,
      )
    }
    for (const order of orders) {
      const cause = `order:${order._id}:imported`
      must(this.causes.has(cause), () => `the order ${order._id} has no entry`)
    }
  }
}

const entryOf = ({ filedAt: _filedAt, ...entry }: JournalDocument): Entry => entry

function groupOf<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function isDeepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keysA, keysB] = [Object.keys(a).sort(), Object.keys(b).sort()]
  return (
    keysA.length === keysB.length &&
    keysA.every(
      (key, i) =>
        key === keysB[i] &&
        isDeepEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}

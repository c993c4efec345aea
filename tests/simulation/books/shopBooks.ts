import { isDeepStrictEqual } from 'node:util'
import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Entry, EntryKind } from '@shared/rules/account/entry'
import type { GrowthMode } from '@shared/rules/growth/window'
import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { SaleDocument } from '@shared/rules/orders/order'
import type { JournalDocument } from '../../../cloudfunctions/database/documents'
import { must } from '../operation'
import type { SimulatedStore } from '../platform/store'
import { dayAt } from './days'
import type { Expected, LotChange } from './expected'
import { MemberBooks } from './memberBooks'
import { MessageBooks } from './messageBooks'
import { mustBeTheSale, type RefundContent, type Sale, type SaleContent } from './saleBooks'
import { SettingsBooks } from './settingsBooks'
import { ShopFigures } from './shopFigures'

/** What keeps an account small: written again here, so that nobody moves it by mistake. */
const TAIL_LIMIT = 32
const OUTGOING_LIMIT = 16
const RECENT_CAUSES = 64

/** What an entry of a kind must have changed under some rules; throws when nothing that was asked for can have caused it. */
export type Expect = (entry: Entry, member: MemberBooks, shop: ShopBooks, settings: Settings) => Expected

export interface AttemptedOrder {
  readonly member: string
  readonly day: Day
  readonly amountFen: number
}

/**
 * What must be in the books by everything that was asked for and answered, kept apart from the product. It sees what
 * is committed, a commit at a time, and throws as soon as something cannot be.
 */
export class ShopBooks {
  readonly members = new Map<string, MemberBooks>()
  readonly figures = new ShopFigures()
  readonly settings = new SettingsBooks()
  readonly messages = new MessageBooks()
  readonly sales = new Map<string, Sale>()
  /** The lots that were spent for a sale. */
  readonly spentFor = new Map<string, readonly LotChange[]>()
  /** Where each person's last page of the inbox ended. */
  readonly inboxPlaces = new Map<string, { readonly at: number; readonly id: string }>()
  /** What has been asked for, and so may be in the books. */
  readonly attempted = {
    joins: new Set<string>(),
    stamps: new Set<string>(),
    birthdays: new Set<string>(),
    orders: new Map<string, AttemptedOrder>(),
    sales: new Map<string, SaleContent[]>(),
    refunds: new Map<string, RefundContent[]>(),
    rules: [] as { readonly topic: Topic; readonly version: number; readonly value: object }[],
  }
  /** How often each kind of entry came into the books. */
  readonly kinds = new Map<string, number>()
  /** Causes that somebody was told of: they must be in. */
  private readonly promised = new Set<string>()
  private readonly sent = new Map<string, unknown>()
  private readonly firstAnswers = new Map<string, string>()
  private readonly seen = new Map<string, { readonly body: string; readonly account: Account }>()
  private readonly claims = new Map<string, number>()
  private readonly causes = new Set<string>()
  /** Bodies of the journal that have been compared with what was taken. */
  readonly filed = new Map<string, string>()
  /** Sales that the commit being looked at has changed. */
  private readonly changedSales = new Set<Sale>()

  constructor(
    readonly store: SimulatedStore,
    private readonly expectations: Readonly<Record<EntryKind, Expect>>,
    readonly now: () => number,
  ) {}

  member(id: string): MemberBooks {
    const known = this.members.get(id) ?? new MemberBooks(id)
    this.members.set(id, known)
    return known
  }

  /** The day on which a member joined, as far as it has been seen. */
  joinedDay(id: string): Day | undefined {
    return this.members.get(id)?.joinedDay
  }

  account(id: string): Account | undefined {
    return this.seen.get(id)?.account
  }

  get accounts(): ReadonlyMap<string, { readonly body: string; readonly account: Account }> {
    return this.seen
  }

  has(cause: string): boolean {
    return this.causes.has(cause)
  }

  /** What is sent for something that was drawn: decided the first time. */
  sentAs<T>(drawn: string, decide: () => T): T {
    if (!this.sent.has(drawn)) this.sent.set(drawn, decide())
    return this.sent.get(drawn) as T
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

  /** The rules of growth that a member's account is counted under. */
  growthMode({ growthVersion }: MemberBooks): GrowthMode | undefined {
    return this.settings.growthMode(growthVersion)
  }

  /** What a command is done on has all that fell due by its day behind it. */
  mustBeUpTo(day: Day, member: MemberBooks, { _id, recordedAt }: Entry): void {
    const due = member.firstDue(this.growthMode(member))
    if (due === null || due.day > day) return
    // whoever still goes by the rules before leaves growth alone that is counted by the new ones
    const isLeft = due.what === 'growthLapse' && this.settings.possible(recordedAt).length > 1
    must(isLeft, () => `${_id}: a ${due.what} of ${due.day} was due before`)
  }

  saleChanged(sale: Sale): void {
    this.changedSales.add(sale)
  }

  lookAtSettings(): void {
    const documents = this.store.find<{ _id: Topic; value: Settings[Topic] }>('settings', {})
    const before = this.settings.latest
    for (const { _id, value } of documents) {
      if (value.version === before[_id].version) continue
      must(
        value.version === before[_id].version + 1,
        () => `${_id}: version ${value.version} after ${before[_id].version}`,
      )
      const isAsked = this.attempted.rules.some(
        ({ topic, version, value: asked }) =>
          topic === _id && version === value.version && isDeepStrictEqual({ ...asked, version }, value),
      )
      must(isAsked, () => `${_id}: nobody asked for ${JSON.stringify(value)}`)
      this.kinds.set(`rules.${_id}`, (this.kinds.get(`rules.${_id}`) ?? 0) + 1)
    }
    const set = Object.fromEntries(documents.map(({ _id, value }) => [_id, value]))
    this.settings.change({ ...DEFAULT_SETTINGS, ...set }, this.now())
  }

  /** Looks at a member's account as it is committed, and at all that is new in their books. */
  look(memberId: string): void {
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
    this.lookAtJoining(account, member)
    this.lookAtEntries(account, before?.account, member)
    member.mustAgreeWith(account)
    member.mustCountWhole(this.growthMode(member), dayAt(this.now()))
    this.lookAtDueDay(account, before?.account, member)
    this.lookAtTail(account, before?.account)
    this.lookAtBirthday(account, member)
    this.seen.set(memberId, { body, account })
  }

  private lookAtEntries(account: Account, before: Account | undefined, member: MemberBooks): void {
    const isRecounted = account.growthVersion !== member.growthVersion
    member.growthVersion = account.growthVersion
    const messages = account.outgoing.slice(keptOf(before?.outgoing ?? [], account.outgoing))
    // a message was told before, between or after the entries of its commit: as soon as it tells what is so
    const takeTold = () => {
      while (messages[0] && this.messages.faultOf(messages[0], member) === undefined)
        this.messages.take(messages.shift()!, member)
    }
    takeTold()
    for (const entry of this.newEntries(account, member.seq)) {
      this.take(entry, member)
      takeTold()
    }
    for (const message of messages) must(false, () => this.messages.faultOf(message, member) ?? message._id)
    for (const sale of this.changedSales) {
      const document = JSON.parse(this.store.body('orders', sale.id) ?? '{}') as SaleDocument
      mustBeTheSale(document, sale)
    }
    this.changedSales.clear()
    const mode = this.growthMode(member)
    const isLeftOut = isRecounted && mode ? member.growthDays.recounting(mode, dayAt(this.now())) : []
    must(
      isLeftOut.every(([, , counted]) => counted < 0),
      () => `${member.id}: growth counts under version ${member.growthVersion} that was not counted`,
    )
  }

  private newEntries(account: Account, known: number): Entry[] {
    if (account.seq === known) return []
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

  /** An entry must be right under one of the settings that its call may have gone by. */
  private take(entry: Entry, member: MemberBooks): void {
    must(!this.causes.has(entry._id), () => `${entry._id} is in the books twice`)
    const expected = this.expectedOf(entry, member)
    member.take(entry, expected)
    this.causes.add(entry._id)
    this.figures.take(entry)
    this.kinds.set(entry.kind, (this.kinds.get(entry.kind) ?? 0) + 1)
  }

  private expectedOf(entry: Entry, member: MemberBooks): Expected {
    const faults: string[] = []
    for (const settings of this.settings.possible(entry.recordedAt)) {
      if (!isUnder(settings, entry)) continue
      const expected = this.expectations[entry.kind](entry, member, this, settings)
      const difference = member.differsFrom(entry, expected)
      if (difference === undefined) return expected
      faults.push(difference)
    }
    const { rule } = entry
    must(false, () => `${entry._id}: ${faults.join('; or ') || `made under ${rule?.topic} ${rule?.version}`}`)
    throw new Error('never')
  }

  private lookAtJoining({ _id, joined }: Account, member: MemberBooks): void {
    const known = member.joinedDay
    must(
      known === joined?.day || known === undefined,
      () => `${_id}: joined on ${known}, now on ${joined?.day}`,
    )
    if (!joined) return
    must(this.attempted.joins.has(`${_id}:${joined.day}`), () => `${_id}: joined on ${joined.day} by nobody`)
    member.joinedDay = joined.day
  }

  private lookAtBirthday({ _id, birthday }: Account, member: MemberBooks): void {
    const day = birthday?.day ?? null
    if (day === member.birthday) return
    must(this.attempted.birthdays.has(`${_id} ${day}`), () => `${_id}: nobody asked for the birthday ${day}`)
    member.birthday = day
  }

  /** Never later than something is due, or than today; another day only where rules of growth had just changed. */
  private lookAtDueDay({ _id, dueDay }: Account, before: Account | undefined, member: MemberBooks): void {
    const right = member.dueDay(this.growthMode(member))
    if (dueDay === right) return
    const today = dayAt(this.now())
    const isFound = dueDay !== null && (right === null || dueDay <= right || dueDay <= today)
    const mayBeOther = this.settings.possible(this.now() - MOMENTS_MS).length > 1 || dueDay === before?.dueDay
    must(isFound && mayBeOther, () => `${_id}: dueDay is ${dueDay}, not ${right}`)
  }

  private lookAtTail(account: Account, before: Account | undefined): void {
    const { _id, tail, outgoing, tailSince, recentCauses, seq, inboxReadAt } = account
    must(tail.length <= TAIL_LIMIT, () => `${_id}: ${tail.length} entries wait`)
    must(outgoing.length <= OUTGOING_LIMIT, () => `${_id}: ${outgoing.length} messages wait`)
    must(recentCauses.length <= RECENT_CAUSES, () => `${_id}: remembers ${recentCauses.length} causes`)
    must(
      (tailSince === null) === (tail.length + outgoing.length === 0),
      () => `${_id}: tailSince is ${tailSince}`,
    )
    must(
      tail.every((entry, index) => index === 0 || entry.seq > tail[index - 1]!.seq) &&
        (tail.at(-1)?.seq ?? 0) <= seq,
      () => `${_id}: the tail is out of order`,
    )
    if (!before) return
    must(inboxReadAt >= before.inboxReadAt, () => `${_id}: has read the inbox until ${inboxReadAt} only`)
    this.mustBeElsewhere(before.tail, tail, 'journal', '')
    this.mustBeElsewhere(before.outgoing, outgoing, 'outbox', ':inbox')
  }

  private mustBeElsewhere(
    before: readonly { readonly _id: string }[],
    after: readonly { readonly _id: string }[],
    collection: 'journal' | 'outbox',
    suffix: string,
  ): void {
    if (before.length === 0 || before.every(({ _id }, index) => after[index]?._id === _id)) return
    const waits = new Set(after.map(({ _id }) => _id))
    for (const { _id } of before) {
      const isThere = waits.has(_id) || this.store.body(collection, _id + suffix) !== undefined
      must(isThere, () => `${_id} is not in the account any more and not in the ${collection}`)
    }
  }

  /** After the timers ran to their end nothing waits, and nothing that was due is left. */
  mustBeSettled(today: Day): void {
    for (const { account } of this.seen.values()) {
      const { _id, tail, outgoing, growthVersion, dueDay } = account
      const member = this.member(_id)
      must(tail.length + outgoing.length === 0, () => `${_id}: something still waits to be moved on`)
      must(
        growthVersion === this.settings.latest.growth.version,
        () => `${_id}: growth is counted under version ${growthVersion}`,
      )
      const due = member.firstDue(this.growthMode(member))
      must(due === null || due.day > today, () => `${_id}: a ${due?.what} of ${due?.day} is left on ${today}`)
      must(dueDay === null || dueDay > today, () => `${_id}: something of ${dueDay} is left on ${today}`)
    }
    this.messages.mustHaveArrived(this.store, this.now())
  }

  /** What callers were told of is still there. */
  mustHaveAllPromised(): void {
    for (const cause of this.promised) must(this.causes.has(cause), () => `${cause} is gone`)
  }
}

/** A call may be under way for as long after it began. */
const MOMENTS_MS = 60_000

/** How many of those that waited wait still, before what has come since: all of them, or none once they were moved on. */
function keptOf(
  before: readonly { readonly _id: string }[],
  after: readonly { readonly _id: string }[],
): number {
  return before.every(({ _id }, index) => after[index]?._id === _id) ? before.length : 0
}

/** Kinds that name rules of another day: those that an order was booked under, or that an account is counted under. */
const EARLIER_RULES: ReadonlySet<EntryKind> = new Set(['orderRefunded', 'growthLapsed', 'growthRecounted'])

function isUnder(settings: Settings, { kind, rule }: Entry): boolean {
  return rule === null || EARLIER_RULES.has(kind) || settings[rule.topic as Topic].version === rule.version
}

export const entryOf = ({ filedAt: _filedAt, ...entry }: JournalDocument): Entry => entry

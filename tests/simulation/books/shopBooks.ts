import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Entry, EntryKind } from '@shared/rules/account/entry'
import type { GrowthMode } from '@shared/rules/growth/window'
import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { TierProgram } from '@shared/rules/tiers/program'
import type { BenefitSettings } from '@shared/rules/benefits/benefit'
import type { Message } from '@shared/rules/messages/message'
import type { SaleDocument } from '@shared/rules/orders/order'
import type { JournalDocument } from '../../../cloudfunctions/database/documents'
import { Broken, must } from '../operation'
import type { SimulatedStore } from '../platform/store'
import { dayAt } from './days'
import { MOMENTS_MS, mustKnowItsDueDay } from './dueBooks'
import type { Expected, LotChange } from './expected'
import { MemberBooks, type Due, type DueRules } from './memberBooks'
import { dayUpTo, rejudgedOn, type Way } from './memberTiers'
import { MessageBooks } from './messageBooks'
import { mustBeTheSale, type RefundContent, type Sale, type SaleContent } from './saleBooks'
import { SettingsBooks } from './settingsBooks'
import { mustKeepItsTail } from './tailBooks'
import { ShopFigures } from './shopFigures'
import { areOff, type TierPlace } from './tierBooks'

/** What an entry of a kind must have changed under some rules; throws when nothing that was asked for can have caused it. */
export type Expect = (entry: Entry, member: MemberBooks, shop: ShopBooks, settings: Settings) => Expected

/** Rules that a merchant saved: whether a version may have come of it, by the settings before. */
export interface AskedRules {
  readonly topic: Topic
  readonly version: number
  isAsked(value: Settings[Topic], before: Settings): boolean
}

/** A level that a merchant gave a member, or took back (null). */
export interface AskedLevel {
  readonly member: string
  readonly level: string | null
  readonly until: Day | null
}

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
    rules: [] as AskedRules[],
    given: new Map<string, AskedLevel>(),
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

  /** The levels that a member is judged by; those that are off now let nothing fall due. */
  programOf({ tiers }: MemberBooks): TierProgram {
    const latest = this.settings.latest.tiers
    const own = tiers.place && this.settings.version('tiers', tiers.place.version)
    return areOff(latest) || !own ? latest : (own as TierProgram)
  }

  /** Whether a member is counted and judged under the rules that stand now. */
  isUnderLatest(member: MemberBooks): boolean {
    return member.isUnder(this.settings.latest)
  }

  /** Whether that is so under whatever rules a call that began at an instant may go by. */
  isUnderAll(member: MemberBooks, at: number): boolean {
    return this.settings.possible(at).every((settings) => member.isUnder(settings))
  }

  /** The rules by which something falls due for a member: those that they were last looked at under. */
  dueRules(member: MemberBooks): DueRules {
    const benefits = this.settings.version('benefits', member.benefitsVersion) as BenefitSettings
    return { mode: this.growthMode(member), tiers: this.programOf(member), benefits }
  }

  /** What falls due first for a member. */
  firstDue(member: MemberBooks): Due | null {
    return member.firstDue(this.dueRules(member))
  }

  /** What a command is done on has all that fell due by its day behind it. */
  mustBeUpTo(day: Day, member: MemberBooks, { _id, recordedAt }: Entry): void {
    const due = this.firstDue(member)
    if (due === null || due.day > day) return
    // whoever still goes by the rules before leaves alone what is counted and judged by the new ones
    const isByRules = due.what !== 'release' && due.what !== 'lapse'
    const isLeft = isByRules && this.settings.possible(recordedAt).length > 1
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
        (asked) => asked.topic === _id && asked.version === value.version && asked.isAsked(value, before),
      )
      must(isAsked, () => `${_id}: nobody asked for ${JSON.stringify(value)}`)
      this.count(`rules.${_id}`)
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
    this.lookAtTier(account, member)
    member.mustCountWhole(this.growthMode(member), dayAt(this.now()))
    mustKnowItsDueDay(this, account, before?.account, member)
    mustKeepItsTail(this, account, before?.account)
    this.lookAtBirthday(account, member)
    this.seen.set(memberId, { body, account })
  }

  private lookAtEntries(account: Account, before: Account | undefined, member: MemberBooks): void {
    const isRecounted = account.growthVersion !== member.growthVersion
    member.growthVersion = account.growthVersion
    member.benefitsVersion = account.benefitsVersion
    member.birthdaySet = before?.birthday ?? null
    const outgoing = newOf(before?.outgoing ?? [], account.outgoing)
    const reminders = outgoing.filter(({ kind }) => kind === 'pointsExpiring')
    // a reminder was told before, between or after the entries of its commit: as soon as it tells what is so
    const takeTold = () => {
      while (reminders[0] && this.messages.faultOf(reminders[0], member) === undefined)
        this.messages.take(reminders.shift()!, member)
    }
    takeTold()
    const entries = this.newEntries(account, member.seq)
    for (const entry of entries) {
      // a birthday is told between the entries of its commit: what it brings at once comes after it
      if (isOfBirthday(entry, account)) member.birthdaySet = account.birthday
      this.take(entry, member, account, entries)
      takeTold()
    }
    member.tiers.mustOweNothing()
    for (const message of reminders) must(false, () => this.messages.faultOf(message, member) ?? message._id)
    const isOn = this.settings.possible(this.now() - MOMENTS_MS).map(({ tiers }) => !areOff(tiers))
    this.messages.takeNews(outgoing, before, account, entries, isOn)
    for (const sale of this.changedSales) {
      const document = JSON.parse(this.store.body('orders', sale.id) ?? '{}') as SaleDocument
      mustBeTheSale(document, sale)
    }
    this.changedSales.clear()
    const mode = this.growthMode(member)
    member.birthdaySet = account.birthday
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
  private take(entry: Entry, member: MemberBooks, account: Account, entries: readonly Entry[]): void {
    must(!this.causes.has(entry._id), () => `${entry._id} is in the books twice`)
    const ways = this.waysTo(entry, member, account, entries)
    member.take(entry, ways[0]!.expected)
    member.tiers.move(entry, ways)
    this.causes.add(entry._id)
    this.figures.take(entry)
    this.count(entry.kind)
    if (entry.tier) this.count(`move.${entry.tier.kind}.${entry.tier.cause?.of ?? 'joined'}`)
  }

  private waysTo(entry: Entry, member: MemberBooks, account: Account, entries: readonly Entry[]): Way[] {
    const faults: string[] = []
    const ways: Way[] = []
    const { tiers, seq } = member
    const { place } = tiers
    const otherDue = member.firstDue({ mode: this.growthMode(member) })?.day ?? null
    const due = { rejudgedOn: rejudgedOn(entries, entry), otherDue }
    const again = tiers.againOn(dayAt(entry.recordedAt))
    const starts = tiers.places.flatMap((from) => again.map((judgedAgainOn) => ({ from, judgedAgainOn })))
    const moment = { seq, at: entry.recordedAt }
    for (const settings of this.settings.mixed(entry.recordedAt))
      for (const { from, judgedAgainOn } of starts) {
        if (!isUnder(settings, entry) || !mayBeUnder(settings, from, account)) continue
        try {
          tiers.place = tiers.before(from, dayUpTo(entry), moment, settings, { ...due, judgedAgainOn })
          const expected = this.expectations[entry.kind](entry, member, this, settings)
          const difference = member.differsFrom(entry, expected)
          if (difference === undefined) ways.push({ settings, expected, place: tiers.place })
          else faults.push(difference)
        } catch (error) {
          if (!(error instanceof Broken)) throw error
          faults.push(error.message)
        }
      }
    tiers.place = place
    const { rule } = entry
    must(
      ways.length > 0,
      () => `${entry._id}: ${faults.join('; or ') || `made under ${rule?.topic} ${rule?.version}`}`,
    )
    return ways
  }

  private count(kind: string): void {
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1)
  }

  /** A call may have judged a level anew and found it unchanged: then there is no entry of it. */
  private lookAtTier(account: Account, { tiers }: MemberBooks): void {
    const now = this.now()
    const possible = this.settings.mixed(now - MOMENTS_MS)
    const days = new Set([dayAt(now), dayAt(now - MOMENTS_MS)])
    tiers.mustAgreeWith(account, possible, [...days], now)
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

  /** What callers were told of is still there. */
  mustHaveAllPromised(): void {
    for (const cause of this.promised) must(this.causes.has(cause), () => `${cause} is gone`)
  }
}

/** What waits now and did not before. */
function newOf(before: readonly Message[], after: readonly Message[]): Message[] {
  const known = before.map(({ _id }) => _id)
  return after.filter(({ _id }) => {
    const place = known.indexOf(_id)
    if (place >= 0) known.splice(place, 1)
    return place < 0
  })
}

/** Whether a birthday that is there after a commit is what brings a benefit: none is given before it was told. */
function isOfBirthday({ kind, basis, day }: Entry, { birthday }: Account): boolean {
  const isFor = kind === 'benefitGranted' && basis.of === 'grant' && basis.perk.of === 'birthdayDiscount'
  return isFor && birthday !== null && day >= birthday.setOn
}

/** Kinds that name rules of another day: those that an order was booked under, or that an account is counted under. */
const EARLIER_RULES: ReadonlySet<EntryKind> = new Set(['orderRefunded', 'growthLapsed', 'growthRecounted'])

/** Whether a call that went by some settings can have left the account as it is: judged under their levels, if these are on. */
function mayBeUnder({ tiers }: Settings, place: TierPlace | null, { tier }: Account): boolean {
  return areOff(tiers) || Math.max(place?.version ?? 0, tiers.version) === tier.version
}

function isUnder(settings: Settings, { kind, rule }: Entry): boolean {
  return rule === null || EARLIER_RULES.has(kind) || settings[rule.topic as Topic].version === rule.version
}

export const entryOf = ({ filedAt: _filedAt, ...entry }: JournalDocument): Entry => entry

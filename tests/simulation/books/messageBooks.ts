import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { Message } from '@shared/rules/messages/message'
import type { OutboxItem } from '@shared/rules/messages/outbox'
import type { Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import { must } from '../operation'
import type { SimulatedStore } from '../platform/store'
import { dayAt, daysUntil } from './days'
import type { MemberBooks } from './memberBooks'

/** So many days before its last one a coupon that was not used is told of. */
const COUPON_DAYS = 3

/** What members were told: each message as it left their account, and that it arrives once. */
export class MessageBooks {
  /** By the message's cause; told again only when the lot had gone and another came. */
  private readonly told = new Map<string, Set<string>>()
  private readonly tellees = new Map<string, string>()
  /** How often each distance was told. */
  readonly counts = new Map<string, number>()

  /** How many messages there must be in the end. */
  get size(): number {
    return this.told.size
  }

  /** Whether a member was told this. */
  has(id: string, member: string): boolean {
    return this.tellees.get(id) === member || id.startsWith(`couponsEnding:${member}:`)
  }

  /** What is wrong with a message that is told now, in words; undefined when nothing is. */
  faultOf({ _id, day, at, kind, title }: Message, member: MemberBooks): string | undefined {
    const { validUntil, daysBefore } = partsOf(_id)
    const points = Number(/^([\d,]+) points?/.exec(title.en)?.[1]?.replaceAll(',', ''))
    const held = member.lots.get(validUntil) ?? 0
    const faults: readonly (readonly [boolean, string])[] = [
      [kind !== 'pointsExpiring' || !_id.includes(`:${member.id}:`), `is told to ${member.id}`],
      [member.joinedDay === undefined, 'is told to somebody who has not joined'],
      [day !== dayAt(at), `is told on ${dayAt(at)} as on ${day}`],
      [day > validUntil, `is told on ${day}, the points are gone`],
      [
        !member.reminders.isDue(validUntil, daysBefore, day),
        `is not due on ${day}, ${daysUntil(day, validUntil)} days before`,
      ],
      [held !== points, `tells of ${points} points, there are ${held}`],
    ]
    const fault = faults.find(([isSo]) => isSo)
    return fault && `${_id}: ${fault[1]}`
  }

  /** A reminder that is on its way since this commit. */
  take(message: Message, member: MemberBooks): void {
    const { validUntil, daysBefore } = partsOf(message._id)
    member.reminders.tell(validUntil, daysBefore)
    this.keep(message, `reminder${daysBefore}`)
  }

  private keep(message: Message, counted: string): void {
    const { _id } = message
    const texts = this.told.get(_id) ?? new Set<string>()
    texts.add(textOf(message))
    this.told.set(_id, texts)
    this.tellees.set(_id, message.member)
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1)
  }

  /** What a commit tells beside reminders of points: in one message what became of the level, or what was given. */
  takeNews(
    outgoing: readonly Message[],
    before: Account | undefined,
    after: Account,
    entries: readonly Entry[],
    isOn: readonly boolean[],
  ): void {
    const news = outgoing.filter(({ kind }) => kind !== 'pointsExpiring')
    const ending = news.filter(({ kind }) => kind === 'tierEnding')
    const told = news.filter(({ kind }) => kind !== 'tierEnding').map(({ _id }) => _id)
    const due = before?.joined && isOn.includes(true) ? newsOf(before, after, entries) : null
    const isTold = told.join() === (due ?? '') || (told.length === 0 && isOn.includes(false))
    must(isTold, () => `${after._id}: is told ${told.join()}, not ${due}`)
    must(
      ending.length <= 1 && ending.every(({ day }) => after.tierReminder && day <= after.tierReminder.until),
      () => `${after._id}: is told ${ending.map(({ _id }) => _id).join()}`,
    )
    for (const message of news) {
      const { _id, at, day, member } = message
      must(member === after._id && day === dayAt(at), () => `${_id}: is told to ${member} on ${day}`)
      this.keep(message, `told.${message.kind}`)
    }
  }

  /** Of too many that wait the oldest word on a level makes room: nobody is told it any more. */
  overtaken(before: readonly Message[], after: readonly Message[]): Message | null {
    const waits = new Set(after.map(({ _id }) => _id))
    const oldest = before.find(({ kind }) => kind !== 'pointsExpiring')
    if (!oldest || waits.has(oldest._id)) return null
    if (!before.every(({ _id }) => _id === oldest._id || waits.has(_id))) return null
    this.told.delete(oldest._id)
    return oldest
  }

  /** Word of coupons that lapse comes from the coupons and not from the account: once a day, with one that does so soon. */
  private takeCoupons(store: SimulatedStore, items: readonly OutboxItem<'inbox'>[]): void {
    const coupons = groupBy(store.find<Coupon>('coupons', {}), ({ member }) => member)
    for (const { message } of items) {
      const { _id, kind, member, day } = message
      if (kind !== 'couponsEnding' || this.told.has(_id)) continue
      const isSoon = ({ validUntilDay }: Coupon): boolean =>
        validUntilDay >= day && daysUntil(day, validUntilDay) <= COUPON_DAYS
      must(_id === `couponsEnding:${member}:${day}`, () => `${_id} is told to ${member} on ${day}`)
      must(coupons.get(member)?.some(isSoon) === true, () => `${_id}: no coupon lapses soon`)
      this.told.set(_id, new Set([textOf(message)]))
    }
  }

  /** After the timers ran to their end everything has arrived, once and as it was told; or waits for its next try. */
  mustHaveArrived(store: SimulatedStore, now: number): void {
    const items = store.find<OutboxItem<'inbox'>>('outbox', { channel: 'inbox' })
    const inbox = new Map(store.find<Message>('inbox', {}).map((message) => [message._id, message]))
    const onItsWay = new Set<string>()
    this.takeCoupons(store, items)
    for (const { _id, message, state, nextTryAt } of items) {
      must(this.told.has(message._id), () => `${_id} is sent and nobody was told`)
      must(
        state === 'sent' || (state === 'waiting' && nextTryAt > now),
        () => `${_id} is ${state} until ${nextTryAt}`,
      )
      onItsWay.add(message._id)
      if (state === 'sent') must(inbox.has(message._id), () => `${_id} was sent and is not in the inbox`)
    }
    for (const id of this.told.keys()) must(onItsWay.has(id), () => `${id} was told and is not in the outbox`)
    for (const [id, message] of inbox)
      must(
        this.told.get(id)?.has(textOf(message)) === true && dayAt(message.at) >= message.day,
        () => `${id} arrived as ${JSON.stringify(message)}`,
      )
  }
}

/** The id of the one message that a commit of a member's must bring. */
function newsOf(before: Account, after: Account, entries: readonly Entry[]): string | null {
  const moves = entries.filter(({ tier }) => tier !== null)
  const last = moves.at(-1)
  if (before.tier.id !== after.tier.id)
    return `tierChanged:${moves.findLast(({ tier }) => tier?.kind !== 'keep')?._id}`
  if (last?.tier?.kind === 'keep') return `tierKept:${last._id}`
  const given = entries.filter(({ kind }) => kind === 'benefitGranted')
  // nobody is told of what was missed so long that it can't be used any more
  const isOfUse = given.some(
    ({ basis, recordedAt }) => basis.of === 'grant' && basis.validUntil >= dayAt(recordedAt),
  )
  return isOfUse ? `benefitGranted:${given.at(-1)?._id}` : null
}

function partsOf(id: string): { validUntil: Day; daysBefore: number } {
  const [, , validUntil = '', distance] = id.split(':')
  return { validUntil, daysBefore: Number(distance) }
}

const textOf = ({ member, kind, day, title, text }: Message): string =>
  JSON.stringify([member, kind, day, title.zh, title.en, text.zh, text.en])

import type { Message } from '@shared/rules/messages/message'
import type { OutboxItem } from '@shared/rules/messages/outbox'
import type { Day } from '@shared/kernel/day'
import { must } from '../operation'
import type { SimulatedStore } from '../platform/store'
import { dayAt, daysUntil } from './days'
import type { MemberBooks } from './memberBooks'

/** What members were told: each message as it left their account, and that it arrives once. */
export class MessageBooks {
  /** By the message's cause; told again only when the lot had gone and another came. */
  private readonly told = new Map<string, Set<string>>()
  /** How often each distance was told. */
  readonly counts = new Map<string, number>()

  /** How many messages there must be in the end. */
  get size(): number {
    return this.told.size
  }

  has(id: string): boolean {
    return this.told.has(id)
  }

  /** A message that is on its way since this commit; `held` is what the lot held at any time in it. */
  take(message: Message, member: MemberBooks, held: (validUntil: Day) => ReadonlySet<number>): void {
    const { _id, day, at, kind } = message
    const [, of, validUntil = '', distance] = _id.split(':')
    const daysBefore = Number(distance)
    must(kind === 'pointsExpiring' && of === member.id, () => `${_id}: is told to ${member.id}`)
    must(member.joinedDay !== undefined, () => `${_id}: is told to somebody who has not joined`)
    must(day === dayAt(at), () => `${_id}: is told on ${dayAt(at)} as on ${day}`)
    must(day <= validUntil, () => `${_id}: is told on ${day}, the points are gone`)
    must(
      member.reminders.isDue(validUntil, daysBefore, day),
      () => `${_id}: is not due on ${day}, ${daysUntil(day, validUntil)} days before`,
    )
    const points = Number(/^([\d,]+) points?/.exec(message.title.en)?.[1]?.replaceAll(',', ''))
    must(held(validUntil).has(points), () => `${_id}: tells of ${points} points, there never were as many`)
    member.reminders.tell(validUntil, daysBefore)
    const texts = this.told.get(_id) ?? new Set<string>()
    texts.add(textOf(message))
    this.told.set(_id, texts)
    const counted = `reminder${daysBefore}`
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1)
  }

  /** After the timers ran to their end everything has arrived, once and as it was told; or waits for its next try. */
  mustHaveArrived(store: SimulatedStore, now: number): void {
    const items = store.find<OutboxItem>('outbox', {})
    const inbox = new Map(store.find<Message>('inbox', {}).map((message) => [message._id, message]))
    const onItsWay = new Set<string>()
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

const textOf = ({ member, kind, day, title, text }: Message): string =>
  JSON.stringify([member, kind, day, title.zh, title.en, text.zh, text.en])

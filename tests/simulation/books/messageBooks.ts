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

  /** A message that is on its way since this commit. */
  take(message: Message, member: MemberBooks): void {
    const { _id } = message
    const { validUntil, daysBefore } = partsOf(_id)
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

function partsOf(id: string): { validUntil: Day; daysBefore: number } {
  const [, , validUntil = '', distance] = id.split(':')
  return { validUntil, daysBefore: Number(distance) }
}

const textOf = ({ member, kind, day, title, text }: Message): string =>
  JSON.stringify([member, kind, day, title.zh, title.en, text.zh, text.en])

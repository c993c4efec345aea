import { intakeEvent, type IntakeEvent } from '@shared/contracts/orderIntake'
import type { Refusal } from '@shared/contracts/errors'
import { dayOf } from '@shared/kernel/businessDay'
import { refuse, type Result } from '@shared/kernel/result'
import type { ToldOrder, ToldRefund } from '@shared/rules/intake/told'
import { importedMemberId, memberIdOf } from '../../database/memberId'
import type { HttpCall } from '../../runtime/http'

/** An event as it was read, with the number of the order that it is about. */
export interface ReadEvent {
  readonly orderId: string
  readonly externalId: string
  readonly source: string
  readonly event:
    | { readonly type: 'order'; readonly told: ToldOrder }
    | { readonly type: 'refund'; readonly told: ToldRefund }
}

export type EventRead = Result<ReadEvent, Refusal<'INVALID_INPUT' | 'ORDER_IN_FUTURE'>>

/** A clock beside the shop may be a little ahead of ours. */
const AHEAD_MS = 5 * 60_000

/** Reads each event by itself: what is wrong with one says nothing of the others. */
export function readEvents(call: HttpCall, source: string, events: readonly unknown[]): readonly EventRead[] {
  return events.map((event) => readEvent(call, source, event))
}

function readEvent(call: HttpCall, source: string, value: unknown): EventRead {
  const read = call.check(intakeEvent, value)
  if (!read.ok) return refuse({ code: 'INVALID_INPUT', data: { detail: read.error } })
  return read.value.type === 'order' ? readOrder(call, source, read.value) : readRefund(source, read.value)
}

type Event<Type extends IntakeEvent['type']> = Extract<IntakeEvent, { type: Type }>

function readOrder({ at, secret }: HttpCall, source: string, event: Event<'order'>): EventRead {
  const { id, member, lines, freightFen } = event
  const placedAt = Date.parse(event.placedAt)
  const orderId = `${source}:${id}`
  if (placedAt > at + AHEAD_MS)
    return refuse({ code: 'ORDER_IN_FUTURE', data: { orderId, placedAt: event.placedAt } })
  const named =
    'openid' in member
      ? { memberId: memberIdOf(member.openid, secret), customer: null }
      : { memberId: importedMemberId(source, member.customer, secret), customer: member.customer }
  // A clock that is ahead must not bring an order to a day to come.
  const placedDay = dayOf(Math.min(placedAt, at))
  const told = { orderId, externalId: id, source, ...named, placedAt, placedDay, lines, freightFen }
  return { ok: true, value: { orderId, externalId: id, source, event: { type: 'order', told } } }
}

function readRefund(source: string, { id, order, amountFen, lines, freightFen }: Event<'refund'>): EventRead {
  const sum = lines?.reduce((all, line) => all + line.amountFen, 0)
  const told = { refundId: id, amountFen: amountFen ?? sum ?? 0, freightFen, ...(lines ? { lines } : {}) }
  return {
    ok: true,
    value: { orderId: `${source}:${order}`, externalId: order, source, event: { type: 'refund', told } },
  }
}

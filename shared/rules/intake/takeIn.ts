import { refuse, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import type { Occasion } from '../orders/recordSale'
import type { Settings } from '../settings/settings'
import { bookTold } from './bookTold'
import { MOST_REFUNDS, refundTold, type ToldRefundRefusal } from './refundTold'
import {
  isSameOrder,
  isSameRefund,
  type AwaitedOrder,
  type IntakeOrder,
  type ToldOrder,
  type ToldRefund,
} from './told'

/** All that a batch tells of one order, in the sequence in which it is told; what is known of it already. */
export interface ToldOf {
  readonly orderId: string
  readonly externalId: string
  readonly source: string
  readonly known: IntakeOrder | null
  readonly orders: readonly Numbered<ToldOrder>[]
  readonly refunds: readonly Numbered<ToldRefund>[]
}

/** What was told, with its place in the batch. */
export interface Numbered<T> {
  readonly index: number
  readonly told: T
}

export type IntakeRefusal =
  | ToldRefundRefusal
  | { readonly code: 'ORDER_NUMBER_TAKEN' }
  | { readonly code: 'REFUND_NUMBER_TAKEN'; readonly refundId: string }
  | { readonly code: 'ORDER_NOT_REFUNDABLE' }

/** What became of one thing that was told; of an order also of the refunds that had waited for it. */
export type Taken = Result<
  { readonly status: 'accepted' | 'already' | 'waiting'; readonly waited?: readonly WaitedRefund[] },
  IntakeRefusal
>

export interface WaitedRefund {
  readonly refundId: string
  readonly taken: Taken
}

/** The member after a batch, the orders that it changed, and what became of each thing told, by its place. */
export interface TakenIn {
  readonly account: Account | null
  readonly changed: ReadonlyMap<string, IntakeOrder>
  readonly taken: ReadonlyMap<number, Taken>
}

/**
 * Takes in what was told of one member's orders, or of orders nobody knows yet (`account` null). Orders come first, by
 * the instant at which they were placed, then refunds; a refund whose order is not known waits for it. What is in
 * already changes nothing, and neither does what is refused.
 */
export function takeIn(
  account: Account | null,
  told: readonly ToldOf[],
  settings: Settings,
  occasion: Occasion,
): TakenIn {
  const batch = new Batch(account, told, settings, occasion)
  const byInstant = [...told].sort((a, b) => placedAt(a) - placedAt(b) || (a.orderId < b.orderId ? -1 : 1))
  for (const each of byInstant) batch.order(each)
  for (const each of told) for (const refund of each.refunds) batch.refund(each, refund)
  return batch
}

const placedAt = ({ orders }: ToldOf): number => orders[0]?.told.placedAt ?? 0

class Batch implements TakenIn {
  readonly changed = new Map<string, IntakeOrder>()
  readonly taken = new Map<number, Taken>()
  readonly #known: Map<string, IntakeOrder | null>

  constructor(
    public account: Account | null,
    told: readonly ToldOf[],
    private readonly settings: Settings,
    private readonly occasion: Occasion,
  ) {
    this.#known = new Map(told.map(({ orderId, known }) => [orderId, known]))
  }

  order({ orderId, orders }: ToldOf): void {
    for (const { index, told } of orders) {
      const known = this.#known.get(orderId) ?? null
      this.taken.set(
        index,
        known === null || known.kind === 'awaited' ? this.#book(told, known) : again(known, told),
      )
    }
  }

  refund({ orderId, externalId, source }: ToldOf, { index, told }: Numbered<ToldRefund>): void {
    const known = this.#known.get(orderId) ?? null
    if (known !== null && known.kind !== 'awaited') {
      this.taken.set(index, this.#refund(orderId, told))
      return
    }
    const { at: toldAt } = this.occasion
    const empty = {
      _id: orderId,
      schemaVersion: 1,
      kind: 'awaited',
      source,
      externalId,
      toldAt,
      waiting: [],
    } as const
    this.taken.set(index, this.#await(known ?? empty, told))
  }

  #book(told: ToldOrder, awaited: AwaitedOrder | null): Taken {
    const { account, order } = bookTold(this.account, told, this.settings, this.occasion)
    this.account = account
    this.#change(order)
    const waited = (awaited?.waiting ?? []).map((refund) => ({
      refundId: refund.refundId,
      taken: this.#refund(told.orderId, refund),
    }))
    return { ok: true, value: { status: 'accepted', ...(waited.length > 0 ? { waited } : {}) } }
  }

  #refund(orderId: string, told: ToldRefund): Taken {
    const order = this.#known.get(orderId)
    if (order?.kind !== 'sale' || !this.account) return refuse({ code: 'ORDER_NOT_REFUNDABLE' })
    const earlier = order.refunds.find(({ id }) => id === told.refundId)
    if (earlier) return againRefund(earlier, told)
    const refunded = refundTold(this.account, order, told, this.settings, this.occasion)
    if (!refunded.ok) return refunded
    this.account = refunded.value.account
    this.#change(refunded.value.order)
    return { ok: true, value: { status: 'accepted' } }
  }

  #await(awaited: AwaitedOrder, told: ToldRefund): Taken {
    const earlier = awaited.waiting.find(({ refundId }) => refundId === told.refundId)
    if (earlier && !isSameRefund(earlier, told))
      return refuse({ code: 'REFUND_NUMBER_TAKEN', refundId: told.refundId })
    if (!earlier && awaited.waiting.length >= MOST_REFUNDS)
      return refuse({ code: 'REFUNDS_TOO_MANY', most: MOST_REFUNDS })
    if (!earlier) this.#change({ ...awaited, waiting: [...awaited.waiting, told] })
    return { ok: true, value: { status: 'waiting' } }
  }

  #change(order: IntakeOrder): void {
    this.#known.set(order._id, order)
    this.changed.set(order._id, order)
  }
}

function again(known: Exclude<IntakeOrder, AwaitedOrder>, told: ToldOrder): Taken {
  return isSameOrder(known, told)
    ? { ok: true, value: { status: 'already' } }
    : refuse({ code: 'ORDER_NUMBER_TAKEN' })
}

function againRefund(earlier: Parameters<typeof isSameRefund>[0], told: ToldRefund): Taken {
  return isSameRefund(earlier, told)
    ? { ok: true, value: { status: 'already' } }
    : refuse({ code: 'REFUND_NUMBER_TAKEN', refundId: told.refundId })
}

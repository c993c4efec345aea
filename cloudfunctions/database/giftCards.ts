import type { Day } from '@shared/kernel/day'
import type { Result } from '@shared/kernel/result'
import type { Numbers } from '@shared/rules/giftCards/batch'
import type { CardState, GiftCard } from '@shared/rules/giftCards/card'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import { lost, untilWon } from './retry'
import { untilAnswered } from './untilAnswered'
import { changedFields, wholeFields } from './wholeFields'

export function readCard(cloud: Cloud, id: string): Promise<GiftCard | null> {
  return getById<GiftCard>(cloud, 'giftCards', id)
}

export async function findCard({ db }: Cloud, codeHash: string): Promise<GiftCard | null> {
  const { data } = await db.collection('giftCards').where({ codeHash }).limit(1).get()
  return (data as GiftCard[])[0] ?? null
}

/** A place in the list of what somebody bought: cards of one purchase are in the order of their ids. */
export interface GivenPlace {
  readonly at: number
  readonly id: string
}

/** A page of the cards that a member bought and paid for, the latest first. */
export async function readGiven(
  { db }: Cloud,
  buyer: string,
  below: GivenPlace | undefined,
  limit: number,
): Promise<GiftCard[]> {
  const { command } = db
  const mine = { 'origin.buyer': buyer }
  const which = below
    ? command.or([
        { ...mine, 'sale.at': command.lt(below.at) },
        { ...mine, 'sale.at': below.at, _id: command.lt(below.id) },
      ])
    : { ...mine, 'sale.at': command.gt(0) }
  const { data } = await db
    .collection('giftCards')
    .where(which)
    .orderBy('sale.at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as GiftCard[]
}

/** Cards of a batch from a number on. */
export async function readNumbered(
  { db }: Cloud,
  batchId: string,
  { from, to }: Numbers,
): Promise<GiftCard[]> {
  const { command } = db
  const { data } = await db
    .collection('giftCards')
    .where({ 'origin.batchId': batchId, 'origin.number': command.gte(from).and(command.lte(to)) })
    .orderBy('origin.number', 'asc')
    .limit(to - from + 1)
    .get()
  return data as GiftCard[]
}

export async function countCards({ db }: Cloud, batchId: string, state: CardState): Promise<number> {
  const { total } = (await db
    .collection('giftCards')
    .where({ 'origin.batchId': batchId, state })
    .count()) as { total: number }
  return total
}

/** Cards that nobody claimed in their days, the longest over first. */
export async function cardsOver(
  { db }: Cloud,
  state: 'paid' | 'shared',
  today: Day,
  limit: number,
): Promise<GiftCard[]> {
  const { data } = await db
    .collection('giftCards')
    .where({ state, 'sale.validUntil': db.command.lt(today) })
    .orderBy('sale.validUntil', 'asc')
    .limit(limit)
    .get()
  return data as GiftCard[]
}

/** Sells the drafts among these numbers, all by one sale; answers how many that were. Again it sells none twice. */
export async function sellNumbered(
  cloud: Cloud,
  batchId: string,
  { from, to }: Numbers,
  sold: Pick<GiftCard, 'state' | 'sale'>,
): Promise<number> {
  const { command } = cloud.db
  const { updated } = (await untilAnswered(cloud, () =>
    cloud.db
      .collection('giftCards')
      .where({
        'origin.batchId': batchId,
        'origin.number': command.gte(from).and(command.lte(to)),
        state: 'draft',
      })
      .update(wholeFields(cloud.db, sold)),
  )) as { updated: number }
  return updated
}

/** Changes a card and nothing else: for what moves no money of a member's. Shown anew when it was changed meanwhile. */
export function commandOnCard<E>(
  cloud: Cloud,
  id: string,
  decide: (card: GiftCard | null) => Result<GiftCard, E>,
): Promise<Result<GiftCard, E>> {
  return untilWon(cloud, async () => {
    const card = await readCard(cloud, id)
    const decided = decide(card)
    if (!decided.ok || decided.value === card) return decided
    if (!card) throw new Error(`there is no card ${id} to change`)
    const { updated } = (await untilAnswered(cloud, () =>
      cloud.db
        .collection('giftCards')
        .where({ _id: id, state: card.state })
        .update(wholeFields(cloud.db, changedFields(card, decided.value))),
    )) as { updated: number }
    return updated === 1 ? decided : lost
  })
}

import type { Refusal } from '@shared/contracts/errors'
import { groupBy } from '@shared/kernel/groupBy'
import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import type { IntakeOrder } from '@shared/rules/intake/told'
import { takeIn, type Taken, type TakenIn, type ToldOf } from '@shared/rules/intake/takeIn'
import { tellOfTier } from '@shared/rules/messages/tellOfTier'
import type { Settings } from '@shared/rules/settings/settings'
import { commitIntake, membersOfOrders, type IntakeFound, type IntakeLeft } from '../../database/intakeOrders'
import { BusyError } from '../../database/retry'
import type { HttpCall } from '../../runtime/http'
import { itemResult, type ItemResult } from './itemResult'
import type { EventRead, ReadEvent } from './readEvents'

/** What is told of one order, and whose it is; null while nobody knows. */
type Group = Omit<ToldOf, 'known'> & { readonly memberId: string | null }

/** So many events are one transaction: few enough that being redone costs little. */
const EVENTS_A_COMMIT = 250

/**
 * Takes in all events of a request and answers what became of each, in their sequence. All of one member's orders are
 * in one commit where they fit. What cannot be done for one member, or for one commit, is said of its events alone.
 */
export async function takeInAll(
  call: HttpCall,
  events: readonly EventRead[],
): Promise<readonly ItemResult[]> {
  const settings = await call.settings()
  const taken = new Map<number, Taken | Refusal>()
  for (const slice of commitsOf(await groupsOf(call, events)))
    for (const [index, each] of await commitOne(call, settings, slice)) taken.set(index, each)
  return events.map((read, index) => itemResult(call, read, index, taken.get(index)))
}

async function groupsOf({ cloud }: HttpCall, events: readonly EventRead[]): Promise<readonly Group[]> {
  const read = events.flatMap((event, index) => (event.ok ? [{ index, ...event.value }] : []))
  const byOrder = groupBy(read, ({ orderId }) => orderId)
  const members = await membersOfOrders(cloud, [...byOrder.keys()])
  return [...byOrder].map(([orderId, told]) => groupOf(orderId, told, members.get(orderId) ?? null))
}

function groupOf(
  orderId: string,
  told: readonly (ReadEvent & { index: number })[],
  known: string | null,
): Group {
  const [{ externalId, source } = { externalId: '', source: '' }] = told
  const orders = told.flatMap(({ index, event }) =>
    event.type === 'order' ? [{ index, told: event.told }] : [],
  )
  const refunds = told.flatMap(({ index, event }) =>
    event.type === 'refund' ? [{ index, told: event.told }] : [],
  )
  return { orderId, externalId, source, orders, refunds, memberId: known ?? orders[0]?.told.memberId ?? null }
}

/** A member's groups stand together, so that a member is written once. */
function commitsOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const commits: Group[][] = []
  let room = 0
  for (const ofMember of groupBy(groups, ({ memberId, orderId }) => memberId ?? orderId).values()) {
    const events = ofMember.reduce((sum, { orders, refunds }) => sum + orders.length + refunds.length, 0)
    const last = commits.at(-1)
    if (last && events <= room) {
      last.push(...ofMember)
      room -= events
    } else {
      commits.push([...ofMember])
      room = EVENTS_A_COMMIT - events
    }
  }
  return commits
}

type TakenByIndex = ReadonlyMap<number, Taken | Refusal>

async function commitOne(
  call: HttpCall,
  settings: Settings,
  groups: readonly Group[],
): Promise<TakenByIndex> {
  const orderIds = groups.map(({ orderId }) => orderId)
  const memberIds = [...new Set(groups.flatMap(({ memberId }) => memberId ?? []))]
  try {
    return await commitIntake(call, orderIds, memberIds, (found) => decide(call, settings, groups, found))
  } catch (error) {
    if (error instanceof BusyError) return forAll(groups, { code: 'BUSY' })
    call.alert(error)
    return forAll(groups, { code: 'INTERNAL', data: { requestId: call.requestId } })
  }
}

function forAll(groups: readonly Group[], refusal: Refusal): TakenByIndex {
  const indexes = groups.flatMap(({ orders, refunds }) => [...orders, ...refunds].map(({ index }) => index))
  return new Map(indexes.map((index) => [index, refusal]))
}

function decide(
  call: HttpCall,
  settings: Settings,
  groups: readonly Group[],
  found: IntakeFound,
): IntakeLeft<TakenByIndex> {
  const taken = new Map<number, Taken | Refusal>()
  const accounts: Account[] = []
  const orders: IntakeOrder[] = []
  const now = groups.map((group) => ({ ...group, known: found.orders.get(group.orderId) ?? null }))
  const byMember = groupBy(now, (group) => memberOf(group) ?? group.orderId)
  for (const ofMember of byMember.values()) {
    try {
      const done = takeInMember(call, settings, ofMember, found)
      if (done.account) accounts.push(done.account)
      orders.push(...done.changed.values())
      for (const [index, each] of done.taken) taken.set(index, each)
    } catch (error) {
      call.alert(error)
      const refusal: Refusal = { code: 'INTERNAL', data: { requestId: call.requestId } }
      for (const [index, each] of forAll(ofMember, refusal)) taken.set(index, each)
    }
  }
  return { accounts, orders, answer: taken }
}

type GroupNow = Group & ToldOf

/** Whose an order is, is said by who was first to tell of it. */
function memberOf({ known, memberId }: GroupNow): string | null {
  return known && known.kind !== 'awaited' ? known.member : memberId
}

function takeInMember(
  { at, today }: HttpCall,
  settings: Settings,
  told: readonly GroupNow[],
  found: IntakeFound,
): TakenIn {
  const memberId = told[0] ? memberOf(told[0]) : null
  const previous = (memberId === null ? undefined : found.accounts.get(memberId)) ?? null
  const settled = previous && settle(previous, today, settings, at)
  const { account, changed, taken } = takeIn(settled, told, settings, { today, at, by: 'system' })
  const isChanged = account !== null && account !== settled
  return { account: isChanged ? tellOfTier(previous, account, settings, today, at) : null, changed, taken }
}

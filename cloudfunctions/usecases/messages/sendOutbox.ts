import { groupBy } from '@shared/kernel/groupBy'
import { afterFailure, type Channel, type OutboxItem } from '@shared/rules/messages/outbox'
import { itemsDue, returnAbandoned, settleItems, takeUp } from '../../database/outbox'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'
import { channels } from './channels'

const ITEMS_A_SLICE = 100

/**
 * Sends what is due in the outbox, the longest due first. Each is marked as being sent before it is handed over; what
 * does not arrive waits and is tried again, and in the end is given up with its reason kept and an alert.
 */
export const sendOutbox: TimerWork = async (run) => {
  const { cloud, at, hasTime, alert } = run
  const sender = `${at}-${cloud.random().toString(36).slice(2)}`
  let sent = 0
  let toRetry = 0
  let givenUp = await returnAbandoned(cloud, at)
  while (hasTime()) {
    const due = await itemsDue(cloud, at, ITEMS_A_SLICE)
    const own = await takeUp(cloud, due, sender, at)
    const states = await sendSlice(run, own, sender)
    sent += countOf(states, 'sent')
    toRetry += countOf(states, 'waiting')
    givenUp += countOf(states, 'failed')
    if (due.length < ITEMS_A_SLICE || own.length === 0) break
  }
  if (givenUp > 0)
    alert(new Error(`${givenUp} items of the outbox were given up; it keeps why (state: failed)`))
  return { sent, toRetry, givenUp }
}

type Outcome = Pick<OutboxItem, 'state'> & Partial<ReturnType<typeof afterFailure>>

/** Sends what this sender took up, and writes down what came of it: all that had the same outcome in one write. */
async function sendSlice(
  run: TimerRun,
  items: readonly OutboxItem[],
  sender: string,
): Promise<OutboxItem['state'][]> {
  const outcomes: { readonly item: OutboxItem; readonly outcome: Outcome }[] = []
  for (const [channel, theirs] of groupBy(items, (item) => item.channel)) {
    for (const [item, reason] of await handOver(run, channel, theirs)) {
      outcomes.push({
        item,
        outcome: reason === null ? { state: 'sent' } : afterFailure(item.tries, reason, run.at),
      })
    }
  }
  for (const alike of groupBy(outcomes, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const [first] = alike
    if (first)
      await settleItems(
        run.cloud,
        alike.map(({ item }) => item),
        sender,
        first.outcome,
      )
  }
  return outcomes.map(({ outcome }) => outcome.state)
}

type HandedOver = readonly (readonly [OutboxItem, string | null])[]

/** Each item with why it could not be handed over; null when it was. One that cannot go does not hold up the others. */
async function handOver<C extends Channel>(
  run: TimerRun,
  channel: C,
  items: readonly OutboxItem<C>[],
): Promise<HandedOver> {
  const { inOneCall, send } = channels[channel]
  if (!inOneCall && items.length > 1) return eachAlone(run, channel, items)
  try {
    await send(run, items)
    return items.map((item) => [item, null])
  } catch (error) {
    if (items.length === 1)
      return items.map((item) => [item, error instanceof Error ? error.message : String(error)])
    return eachAlone(run, channel, items)
  }
}

async function eachAlone<C extends Channel>(
  run: TimerRun,
  channel: C,
  items: readonly OutboxItem<C>[],
): Promise<HandedOver> {
  return (await Promise.all(items.map((item) => handOver(run, channel, [item])))).flat()
}

function countOf(states: readonly OutboxItem['state'][], state: OutboxItem['state']): number {
  return states.filter((each) => each === state).length
}

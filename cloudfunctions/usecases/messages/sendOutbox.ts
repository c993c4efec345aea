import { groupBy } from '@shared/kernel/groupBy'
import { afterFailure, type Channel, type OutboxItem } from '@shared/rules/messages/outbox'
import type { Cloud } from '../../database/cloud'
import { itemsDue, returnAbandoned, settleItems, takeUp } from '../../database/outbox'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'
import { channels } from './channels'

const MESSAGES_A_SLICE = 100

/**
 * Sends the messages that are due, the longest due first. Each is marked as being sent before it is handed over; what
 * does not arrive waits and is tried again, and in the end is given up with its reason kept and an alert.
 */
export const sendOutbox: TimerWork = async (run) => {
  const { cloud, at, hasTime, alert } = run
  const sender = `${at}-${cloud.random().toString(36).slice(2)}`
  let sent = 0
  let toRetry = 0
  let givenUp = await returnAbandoned(cloud, at)
  while (hasTime()) {
    const due = await itemsDue(cloud, at, MESSAGES_A_SLICE)
    const own = await takeUp(cloud, due, sender, at)
    const states = await sendSlice(run, own, sender)
    sent += countOf(states, 'sent')
    toRetry += countOf(states, 'waiting')
    givenUp += countOf(states, 'failed')
    if (due.length < MESSAGES_A_SLICE || own.length === 0) break
  }
  if (givenUp > 0) alert(new Error(`${givenUp} messages were given up; the outbox keeps why (state: failed)`))
  return { sent, toRetry, givenUp }
}

type Outcome = Pick<OutboxItem, 'state'> & Partial<OutboxItem>

/** Sends what this sender took up, and writes down what came of it: all that had the same outcome in one write. */
async function sendSlice(
  { cloud, at }: TimerRun,
  items: readonly OutboxItem[],
  sender: string,
): Promise<OutboxItem['state'][]> {
  const outcomes: { readonly item: OutboxItem; readonly outcome: Outcome }[] = []
  for (const [channel, theirs] of groupBy(items, (item) => item.channel)) {
    for (const [item, reason] of await handOver(channel, cloud, theirs, at)) {
      outcomes.push({
        item,
        outcome: reason === null ? { state: 'sent' } : afterFailure(item.tries, reason, at),
      })
    }
  }
  for (const alike of groupBy(outcomes, ({ outcome }) => JSON.stringify(outcome)).values()) {
    const [first] = alike
    if (first)
      await settleItems(
        cloud,
        alike.map(({ item }) => item),
        sender,
        first.outcome,
      )
  }
  return outcomes.map(({ outcome }) => outcome.state)
}

/** Each message with why it could not be handed over; null when it was. One that cannot go does not hold up the others. */
async function handOver(
  channel: Channel,
  cloud: Cloud,
  items: readonly OutboxItem[],
  at: number,
): Promise<(readonly [OutboxItem, string | null])[]> {
  try {
    await channels[channel](
      cloud,
      items.map(({ message }) => message),
      at,
    )
    return items.map((item) => [item, null])
  } catch (error) {
    if (items.length === 1)
      return items.map((item) => [item, error instanceof Error ? error.message : String(error)])
    return (await Promise.all(items.map((item) => handOver(channel, cloud, [item], at)))).flat()
  }
}

function countOf(states: readonly OutboxItem['state'][], state: OutboxItem['state']): number {
  return states.filter((each) => each === state).length
}

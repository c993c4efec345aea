import type { Message } from './message'
import { afterFailure, MOST_TRIES, outboxItems } from './outbox'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const message: Message = {
  _id: 'pointsExpiring:m:2027-12-31:30',
  schemaVersion: 1,
  member: 'm',
  kind: 'pointsExpiring',
  at: 5,
  day: '2027-12-01',
  title: { zh: '题', en: 'title' },
  text: { zh: '文', en: 'text' },
  link: 'points',
}

test('a message goes into the outbox by its cause and channel, due at once', () => {
  expect(outboxItems(message, 9)).toEqual([
    {
      _id: 'pointsExpiring:m:2027-12-31:30:inbox',
      schemaVersion: 1,
      channel: 'inbox',
      state: 'waiting',
      tries: 0,
      nextTryAt: 9,
      lastError: null,
      sender: null,
      member: 'm',
      at: 5,
      message,
    },
  ])
})

describe('a try that did not work', () => {
  const waits = Array.from({ length: MOST_TRIES }, (_, i) => afterFailure(i + 1, 'no way', 100))

  test('waits twice as long as the one before, six hours at most', () => {
    expect(waits.slice(0, 4).map(({ nextTryAt }) => nextTryAt - 100)).toEqual([
      MINUTE,
      2 * MINUTE,
      4 * MINUTE,
      8 * MINUTE,
    ])
    expect(Math.max(...waits.map(({ nextTryAt }) => nextTryAt - 100))).toBe(6 * HOUR)
  })

  test('is the last one after twelve, and the reason is kept', () => {
    expect(waits.map(({ state }) => state)).toEqual([...Array<string>(11).fill('waiting'), 'failed'])
    expect(waits.at(-1)?.lastError).toBe('no way')
  })

  test('keeps no more of the reason than people read', () => {
    expect(afterFailure(1, 'x'.repeat(10_000), 0).lastError).toHaveLength(500)
  })
})

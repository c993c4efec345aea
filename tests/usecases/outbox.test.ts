import { MOST_TRIES, type OutboxItem } from '@shared/rules/messages/outbox'
import { putIntoInbox } from '../../cloudfunctions/database/inbox'
import { settleItems, takeUp } from '../../cloudfunctions/database/outbox'
import { fakeDate } from '../support/fakeDate'
import { accountOf, fillOutbox, inboxOf, outboxOf, remind } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START_ISO = '2026-03-01T04:00:00Z'
const START = Date.parse(START_ISO)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const faults = jest.spyOn(console, 'error')

beforeAll(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  // The SDK complains of calls that were torn down, long after.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
beforeEach(async () => {
  faults.mockReset().mockImplementation(() => undefined)
  fakeDate(START_ISO)
  shop = await openShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const everyMinute = () => shop.timer('everyMinute')

describe('a message on its way', () => {
  test('goes from the account through the outbox into the inbox within the minute', async () => {
    const memberId = await shop.join('told')
    await everyMinute()
    await remind(shop, memberId, ['2026-03-31'])
    expect(await accountOf(shop, memberId)).toMatchObject({
      outgoing: [{ kind: 'pointsExpiring' }],
      tailSince: START,
    })
    expect(await inboxOf(shop)).toEqual([])
    pass(MINUTE)
    expect(await everyMinute()).toMatchObject({
      value: { drainTails: { drained: 1 }, sendOutbox: { sent: 1, toRetry: 0, givenUp: 0 } },
    })
    expect(await accountOf(shop, memberId)).toMatchObject({ outgoing: [], tailSince: null })
    const id = `pointsExpiring:${memberId}:2026-03-31:30`
    expect(await outboxOf(shop)).toMatchObject([
      { _id: `${id}:inbox`, state: 'sent', tries: 1, lastError: null },
    ])
    expect(await inboxOf(shop)).toMatchObject([
      {
        _id: id,
        member: memberId,
        kind: 'pointsExpiring',
        at: START + MINUTE,
        title: { zh: '120 积分将在 30 天后到期', en: '120 points lapse in 30 days' },
        link: 'points',
      },
    ])
  })

  test('is moved on by the next command when many wait, and the account stays bounded', async () => {
    const memberId = await shop.join('busy')
    for (let month = 1; month <= 9; month += 1) await remind(shop, memberId, [`2027-0${month}-28`])
    await shop.shopper('busy', 'checkin.checkIn', {})
    expect((await accountOf(shop, memberId)).outgoing).toEqual([])
    await everyMinute()
    expect(await inboxOf(shop)).toHaveLength(9)
  })

  test('takes few calls however many are due, and reads nothing that is not', async () => {
    await shop.makeIndexes()
    const memberId = await shop.join('many')
    await everyMinute()
    await fillOutbox(shop, memberId, 250)
    shop.gateway.resetStats()
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 250 } } })
    const { byCollection, documentsRead } = shop.gateway.stats()
    // Twice what was abandoned, and for each slice of 100: what is due, taking it up, writing what came of it.
    expect(byCollection).toMatchObject({ outbox: 2 + 3 * 3, inbox: 3 })
    expect(documentsRead.outbox).toBe(3 * 250)
    shop.gateway.resetStats()
    await everyMinute()
    const idle = shop.gateway.stats()
    expect(idle.byCollection.outbox).toBe(2 + 1)
    expect(idle.documentsRead.outbox).toBeUndefined()
  })
})

describe('whatever goes wrong on the way', () => {
  const calls = [
    ['database.insertDocument', 'outbox'],
    ['database.modifyDocument', 'members'],
    ['database.getDocument', 'outbox'],
    ['database.modifyDocument', 'outbox'],
    ['database.insertDocument', 'inbox'],
  ] as const
  const ways = ['timeoutBefore', 'timeoutAfter', 'error'] as const

  describe.each(calls)('%s of %s', (action, collection) => {
    test.each(ways)('%s: every message arrives once', async (fault) => {
      const memberId = await shop.join('unlucky')
      await everyMinute()
      await remind(shop, memberId, ['2026-03-31', '2026-04-30'])
      const rule = { fault, action, collection, rateBp: 10_000 }
      // Every such call of the first run, then one in three.
      shop.gateway.setFaults({ seed: 1, rules: [rule] })
      await everyMinute().catch(() => undefined)
      shop.gateway.setFaults({ seed: 1, rules: [{ ...rule, rateBp: 3_333 }] })
      for (let run = 0; run < 4; run += 1) {
        pass(10 * MINUTE)
        await everyMinute().catch(() => undefined)
      }
      shop.gateway.setFaults({ seed: 0, rules: [] })
      pass(HOUR)
      await everyMinute()
      expect((await outboxOf(shop)).map(({ state }) => state)).toEqual(['sent', 'sent'])
      expect((await inboxOf(shop)).map(({ _id }) => _id)).toEqual([
        `pointsExpiring:${memberId}:2026-03-31:30`,
        `pointsExpiring:${memberId}:2026-04-30:30`,
      ])
    })
  })

  test('a sender killed before it handed over, or after: the message arrives once, some minutes later', async () => {
    const memberId = await shop.join('killed')
    const items = await fillOutbox(shop, memberId, 2)
    const [before, after] = items as [OutboxItem<'inbox'>, OutboxItem<'inbox'>]
    await takeUp(shop.cloud, [before, after], 'killed', START)
    await putIntoInbox(shop.cloud, [after.message], START)
    pass(MINUTE)
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 0 } } })
    expect((await outboxOf(shop)).map(({ state }) => state)).toEqual(['sending', 'sending'])
    pass(4 * MINUTE)
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 2 } } })
    expect(await outboxOf(shop)).toMatchObject([
      { state: 'sent', tries: 2, lastError: expect.stringContaining('stopped') as string },
      { state: 'sent', tries: 2 },
    ])
    // The one that had arrived is as it was.
    expect((await inboxOf(shop)).map(({ _id, at }) => [_id, at])).toEqual([
      [before.message._id, START + 5 * MINUTE],
      [after.message._id, START],
    ])
  })

  test('two senders at once share the messages: each is taken up once', async () => {
    const memberId = await shop.join('shared')
    await fillOutbox(shop, memberId, 250)
    const runs = (await Promise.all([everyMinute(), everyMinute(), everyMinute()])) as {
      value: { sendOutbox: { sent: number } }
    }[]
    expect(runs.reduce((sum, { value }) => sum + value.sendOutbox.sent, 0)).toBe(250)
    const items = await outboxOf(shop)
    expect(items.filter(({ state, tries }) => state === 'sent' && tries === 1)).toHaveLength(250)
    expect(await inboxOf(shop)).toHaveLength(250)
  })

  test('a sender that was held up cannot undo what another has done', async () => {
    const memberId = await shop.join('slow')
    const own = await takeUp(shop.cloud, await fillOutbox(shop, memberId, 1), 'slow', START)
    pass(5 * MINUTE)
    await everyMinute()
    await settleItems(shop.cloud, own, 'slow', { state: 'waiting', lastError: 'too late' })
    expect(await outboxOf(shop)).toMatchObject([{ state: 'sent', tries: 2 }])
  })

  test('one message that the store refuses does not hold up the others, and is tried later', async () => {
    const memberId = await shop.join('mixed')
    await fillOutbox(shop, memberId, 3)
    // The batch and the first of the three by itself.
    const rule = {
      fault: 'error',
      action: 'database.insertDocument',
      collection: 'inbox',
      rateBp: 10_000,
    } as const
    shop.gateway.setFaults({ seed: 1, rules: [{ ...rule, times: 2 }] })
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 2, toRetry: 1 } } })
    const [waiting] = (await outboxOf(shop)).filter(({ state }) => state === 'waiting')
    expect(waiting).toMatchObject({
      tries: 1,
      nextTryAt: START + MINUTE,
      lastError: expect.stringMatching(/./) as string,
    })
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 0 } } })
    pass(MINUTE)
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 1 } } })
    expect(await inboxOf(shop)).toHaveLength(3)
  })
})

describe('giving up', () => {
  test('after the last try, with the reason kept and an alert', async () => {
    const memberId = await shop.join('hopeless')
    await fillOutbox(shop, memberId, 1)
    shop.gateway.setFaults({
      seed: 1,
      rules: [{ fault: 'error', action: 'database.insertDocument', collection: 'inbox', rateBp: 10_000 }],
    })
    for (let tried = 1; tried < MOST_TRIES; tried += 1) {
      expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { toRetry: 1 } } })
      pass(6 * HOUR)
    }
    expect(faults).not.toHaveBeenCalled()
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { givenUp: 1 } } })
    expect(faults.mock.calls.flat().join()).toContain('1 items of the outbox were given up')
    expect(await outboxOf(shop)).toMatchObject([
      { state: 'failed', tries: MOST_TRIES, lastError: expect.stringMatching(/./) as string },
    ])
    shop.gateway.setFaults({ seed: 0, rules: [] })
    pass(24 * HOUR)
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 0, givenUp: 0 } } })
  })

  test('a message that stops its sender every time', async () => {
    const memberId = await shop.join('poison')
    const [item] = (await fillOutbox(shop, memberId, 1)) as [OutboxItem]
    await shop.cloud.db
      .collection('outbox')
      .doc(item._id)
      .update({ tries: MOST_TRIES - 1 })
    await takeUp(shop.cloud, [item], 'stopped', START)
    pass(5 * MINUTE)
    expect(await everyMinute()).toMatchObject({ value: { sendOutbox: { sent: 0, givenUp: 1 } } })
    expect(faults.mock.calls.flat().join()).toContain('given up')
    expect(await outboxOf(shop)).toMatchObject([
      { state: 'failed', tries: MOST_TRIES, lastError: expect.stringContaining('stopped') as string },
    ])
  })
})

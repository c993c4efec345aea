import { openShop, type Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
})
afterAll(() => shop.close())

const checkIn = (openid: string) => shop.shopper(openid, 'checkin.checkIn', {})

test('a first check-in pays, and the ledger and its explanation agree with it', async () => {
  await shop.join('first')
  const stamped = await checkIn('first')
  expect(stamped).toMatchObject({
    ok: true,
    value: { streak: 1, points: 5, growth: 1, after: { points: 5, growth: 1 } },
  })
  const ledger = await shop.shopper('first', 'points.ledger', {})
  if (!ledger.ok || !stamped.ok) throw new Error('refused')
  expect(ledger.value.balances.points).toBe(5)
  expect(ledger.value.lots).toHaveLength(1)
  expect(ledger.value.entries.map(({ seq, kind, points }) => [seq, kind, points])).toEqual([
    [2, 'checkin', 5],
    [1, 'memberJoined', 0],
  ])
  const subject = { kind: 'entry', id: stamped.value.entryId } as const
  const opened = await shop.shopper('first', 'explain.read', { subject })
  expect(opened).toMatchObject({
    ok: true,
    value: { source: { day: stamped.value.day } },
  })
  expect(opened.ok && opened.value.rules).toContainEqual(
    expect.objectContaining({ topic: 'checkin', version: 0 }),
  )
})

test('the second caller gets the first one’s answer, from the tail and from the journal', async () => {
  await shop.join('twice')
  const first = await checkIn('twice')
  expect(await checkIn('twice')).toEqual(first)
  await shop.timer('everyMinute')
  expect(await checkIn('twice')).toEqual(first)
})

test('one read and one write, nothing else', async () => {
  await shop.join('counted')
  await shop.shopper('counted', 'home.read', {})
  await shop.gateway.resetStats()
  await checkIn('counted')
  expect((await shop.gateway.stats()).byAction).toEqual({
    'database.getDocument': 1,
    'database.modifyDocument': 1,
  })
})

test('the home page is one read when settings are warm', async () => {
  await shop.join('home')
  await shop.shopper('home', 'home.read', {})
  await shop.gateway.resetStats()
  await shop.shopper('home', 'home.read', {})
  expect((await shop.gateway.stats()).byAction).toEqual({ 'database.getDocument': 1 })
})

test('20 at once, 100 times: always one entry, and balance and ledger agree', async () => {
  for (let trial = 0; trial < 100; trial += 1) {
    const openid = `race-${trial}`
    await shop.join(openid)
    const answers = await Promise.all(Array.from({ length: 20 }, () => checkIn(openid)))
    const distinct = new Set(answers.map((answer) => JSON.stringify(answer)))
    expect([...distinct]).toHaveLength(1)
    expect(answers[0]).toMatchObject({ ok: true, value: { points: 5 } })
    const ledger = await shop.shopper(openid, 'points.ledger', {})
    if (!ledger.ok) throw new Error(ledger.error.message)
    expect(ledger.value.balances).toMatchObject({ points: 5, growth: 1 })
    expect(ledger.value.entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [2, 'checkin'],
      [1, 'memberJoined'],
    ])
  }
}, 120_000)

test('joining 20 times at once makes one member', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => shop.shopper('joiner', 'member.join', { consentVersion: '1' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const ledger = await shop.shopper('joiner', 'points.ledger', {})
  expect(ledger).toMatchObject({ ok: true, value: { entries: [{ seq: 1, kind: 'memberJoined' }] } })
})

describe.each(['timeoutBefore', 'timeoutAfter'] as const)('with answers of the store lost (%s)', (fault) => {
  test('a check-in is counted once', async () => {
    const openid = `lost-${fault}`
    await shop.join(openid)
    await shop.gateway.setFaults({
      seed: 7,
      rules: [{ fault, action: 'database.modifyDocument', rateBp: 10_000, times: 1 }],
    })
    const stamped = await checkIn(openid)
    await shop.gateway.setFaults({ seed: 0, rules: [] })
    expect(stamped).toMatchObject({ ok: true, value: { points: 5, after: { points: 5 } } })
    const ledger = await shop.shopper(openid, 'points.ledger', {})
    expect(ledger).toMatchObject({
      ok: true,
      value: { balances: { points: 5 }, entries: [{ seq: 2 }, { seq: 1 }] },
    })
  })
})

test('somebody who has not joined is told to', async () => {
  expect(await checkIn('stranger')).toMatchObject({
    ok: false,
    error: { code: 'NOT_A_MEMBER', message: /入会/ },
  })
})

test('the calendar shows the stamp and the cycle', async () => {
  await shop.join('calendar')
  await checkIn('calendar')
  const shown = await shop.shopper('calendar', 'checkin.calendar', {})
  if (!shown.ok) throw new Error(shown.error.message)
  expect(shown.value.days).toEqual([shown.value.today])
  expect(shown.value.cycle[0]).toEqual({ streakDay: 1, points: 5, growth: 1, state: 'done' })
})

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as passTime } from 'node:timers/promises'
import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import type { CollectionName } from '../../cloudfunctions/database/collections'
import { DataFolder } from '../../local/dataFolder/dataFolder'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { randomOf } from '../../local/worlds/random'
import { bookedMembers, putMembers } from '../support/bookedMembers'
import { databaseOf } from '../support/databaseOf'
import { fillFolder } from '../support/fillFolder'
import { readHistory } from '../support/realHistory'
import { startStack, type RunningStack } from '../support/startStack'

const CLOCK = '2022-07-01T04:00:00Z'
const TODAY = '2022-07-01'
const OWNER = 'owner'
const CUSTOMERS = 800
const KILLS = 5
/** A slice is under way for about this long, so a kill falls anywhere in it. */
const WITHIN_MS = 80
const MOST_RUNS = 60
/** A sender of messages is held to have stopped before this is over. */
const SENDER_STOPPED_MS = 8 * 60_000

/** A real history to be killed over instead of a generated one: many minutes rather than one or two. */
const REAL = process.env.CHANGKE_KILL_HISTORY

jest.setTimeout(REAL ? 1_800_000 : 300_000)

const rules = rulesOf(DEFAULT_PROGRAM)
/** So low that nearly everybody moves, and with a last day for all who do: as much to write as there can be. */
const TIERS: TierRules = {
  ...rules,
  standard: { of: 'total', period: { of: 'window', length: { of: 'months', months: 24 } } },
  validity: { of: 'calendarYear' },
  levels: rules.levels.map((level, rank) => ({
    ...level,
    condition: rank === 0 ? null : { measure: 'spend', atLeast: 1_500 * 2 ** rank },
  })),
}
const named = { zh: '礼', en: 'Gift' }
const given = { for: 'everyone', name: named, description: named, icon: null, addedOn: TODAY } as const
const BENEFITS: readonly Benefit[] = [
  { id: 'points', levelId: 'silver', ...given, perk: { of: 'pointsOnUpgrade', points: 200 } },
  {
    id: 'voucher',
    levelId: 'bronze',
    ...given,
    perk: {
      of: 'voucher',
      amountFen: 1_000,
      validDays: 30,
      issue: { of: 'atOnce' },
      requirement: { of: 'none' },
      stacking: { withAutomatic: true, withCodes: true },
    },
  },
]

/** A shop with the members of a history, all of whom have joined and can be told of what happens to them. */
async function makeShop(dataDir: string): Promise<number> {
  const { memberIdSecret } = DataFolder.open(dataDir).secrets()
  const rows = REAL ? readHistory(REAL) : generateHistory(musicShop(9, CUSTOMERS))
  const at = Date.parse(CLOCK)
  const joined = { day: TODAY, at, consentVersion: '1' }
  const accounts = bookedMembers(rows, memberIdSecret, TODAY, at).map((account) => ({ ...account, joined }))
  await fillFolder(dataDir, (gateway, envName) => putMembers(gateway, envName, accounts))
  return accounts.length
}

async function openAndSave(dataDir: string): Promise<RunningStack> {
  const stack = await startStack({ dataDir, clock: CLOCK })
  await stack.post('/local/staff', { openid: OWNER, role: 'owner' })
  const input: InputOf<'settings.save'> = {
    topic: 'tiers',
    expectedVersion: 0,
    value: TIERS,
    benefits: { expectedVersion: 0, value: { benefits: BENEFITS } },
  }
  const saved = await stack.call(OWNER, 'merchant', 'settings.save', input)
  if (!saved.ok) throw new Error(saved.error.message)
  return stack
}

async function left(stack: RunningStack): Promise<number> {
  const answer = await stack.call(OWNER, 'merchant', 'tiers.recalculation')
  if (!answer.ok) throw new Error(answer.error.message)
  return (answer.value as OutputOf<'tiers.recalculation'>).left
}

const aMinute = (stack: RunningStack) => stack.post('/local/timers/everyMinute', {})

/**
 * Runs the minute's timer until everybody is judged, and all that this wrote has been moved on and sent. What a killed
 * sender had taken up is sent once it is held to have stopped: only then is the clock turned on.
 */
async function toTheEnd(stack: RunningStack): Promise<void> {
  const { db } = databaseOf(stack).cloud
  const isNone = async (collection: CollectionName, which: object): Promise<boolean> =>
    (await db.collection(collection).where(which).limit(1).get()).data.length === 0
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    await aMinute(stack)
    const isMoved = (await left(stack)) === 0 && (await isNone('members', { tailSince: db.command.gt(0) }))
    if (!isMoved || !(await isNone('outbox', { state: 'waiting' }))) continue
    if (await isNone('outbox', { state: 'sending' })) return
    const { body } = await stack.get('/local/clock')
    const now = Date.parse((body as { now: string }).now) + SENDER_STOPPED_MS
    await stack.post('/local/clock', { now: new Date(now).toISOString() })
  }
  throw new Error('it never came to its end')
}

/** Waits until no more than so many are left to be judged, and a moment after; false when the run was over before. */
async function reaches(stack: RunningStack, target: number, thenMs: number): Promise<boolean> {
  for (;;) {
    const now = await left(stack)
    if (now === 0) return false
    if (now <= target) return passTime(thenMs, true)
  }
}

async function readAll<T extends { readonly _id: string }>(
  stack: RunningStack,
  collection: CollectionName,
): Promise<T[]> {
  const { db } = databaseOf(stack).cloud
  const all: T[] = []
  for (;;) {
    const { data } = await db
      .collection(collection)
      .where({ _id: db.command.gt(all.at(-1)?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(500)
      .get()
    all.push(...(data as T[]))
    if (data.length < 500) return all
  }
}

/** All that a recalculation leaves behind, but for the instants at which it came to it. */
async function stateOf(stack: RunningStack) {
  const [members, journal, outbox, inbox, coupons] = await Promise.all([
    readAll<Account>(stack, 'members'),
    readAll<Entry>(stack, 'journal'),
    readAll(stack, 'outbox'),
    readAll(stack, 'inbox'),
    readAll(stack, 'coupons'),
  ])
  return {
    members: members.map(({ _id, seq, balances, lots, granted, levelsPaidOut, dueDay, tail, tier }) => ({
      _id,
      seq,
      balances,
      lots,
      granted,
      levelsPaidOut,
      dueDay,
      waiting: tail.length,
      tier: {
        ...tier,
        earned: {
          ...tier.earned,
          term: tier.earned.term?.day,
          base: tier.earned.base?.day,
          climbs: tier.earned.climbs.map(({ levelId, mark }) => [levelId, mark.day]),
        },
      },
    })),
    journal: journal.map(({ _id, seq, kind, day, change, tier }) => ({ _id, seq, kind, day, change, tier })),
    outbox: outbox.map(({ _id }) => _id),
    inbox: inbox.map(({ _id }) => _id),
    coupons: coupons.map(({ _id }) => _id),
  }
}

it(`kill -9 of the whole stack ${KILLS} times in the middle of a recalculation: the end is that of an undisturbed one`, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'recalculated-'))
  const [undisturbed, disturbed] = [path.join(folder, 'a'), path.join(folder, 'b')]
  const members = await makeShop(undisturbed)
  await cp(undisturbed, disturbed, { recursive: true })

  let stack = await openAndSave(undisturbed)
  await toTheEnd(stack)
  const expected = await stateOf(stack)
  await stack.stop()
  expect(expected.members.every(({ tier }) => tier.version === 1)).toBe(true)
  expect(expected.journal.length).toBeGreaterThan(members / 2)
  expect(expected.inbox.length).toBeGreaterThan(members / 2)
  expect(expected.coupons.length).toBeGreaterThan(0)

  const random = randomOf(1)
  stack = await openAndSave(disturbed)
  let inTheMiddle = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    const run = aMinute(stack).catch(() => undefined)
    const target = Math.floor((members * (KILLS + 1 - kill)) / (KILLS + 1))
    inTheMiddle += Number(await reaches(stack, target, random.next() * WITHIN_MS))
    await stack.kill9()
    await run
    stack = await startStack({ dataDir: disturbed })
  }
  // All kills must have fallen into it, or this shows nothing.
  expect(inTheMiddle).toBe(KILLS)
  await toTheEnd(stack)
  expect(await stateOf(stack)).toEqual(expected)
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

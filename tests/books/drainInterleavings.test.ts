import type { Account } from '@shared/rules/account/account'
import type { EntryDraft } from '@shared/rules/account/entry'
import { move } from '@shared/rules/account/legs'
import { post } from '@shared/rules/account/post'
import { remembers, trimTail } from '@shared/rules/account/tail'
import { join } from '@shared/rules/member/join'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'

/**
 * Every interleaving of deliveries of commands and a drain on one account, with a crash possible after any step.
 * A command reads the account and the journal side by side, decides, and commits by version; a drain reads the
 * account, files each entry by id, and trims by version. In every state no cause may be counted twice, none that was
 * acknowledged may be lost, and the balance is what the entries add up to.
 */
interface Command {
  readonly kind: 'command'
  readonly cause: string
  readonly step: 'reading' | 'done' | 'dead'
  readonly account: Account | null
  readonly inJournal: boolean | null
  readonly acknowledged: boolean
}

interface Drain {
  readonly kind: 'drain'
  readonly step: 'reading' | 'filing' | 'done' | 'dead'
  readonly account: Account | null
  readonly filed: number
}

interface State {
  readonly account: Account
  readonly journal: readonly string[]
  readonly processes: readonly (Command | Drain)[]
}

type Knows = (account: Account, cause: string) => boolean

const POINTS = 1

const command = (cause: string): Command => ({
  kind: 'command',
  cause,
  step: 'reading',
  account: null,
  inJournal: null,
  acknowledged: false,
})

function start(causes: readonly string[], drains: number): State {
  const joined = join(null, 'm', '2026-01-01', 1, '1', DEFAULT_SETTINGS)
  if (!joined) throw new Error('did not join')
  const drain: Drain = { kind: 'drain', step: 'reading', account: null, filed: 0 }
  return {
    account: { ...trimTail(joined), recentCauses: [] },
    journal: [],
    processes: [...causes.map(command), ...Array.from({ length: drains }, () => drain)],
  }
}

function paid(account: Account, cause: string): Account {
  const draft: EntryDraft = {
    _id: cause,
    kind: 'checkin',
    at: 1,
    day: '2026-01-01',
    recordedAt: 1,
    source: cause,
    reason: { zh: cause, en: cause },
    legs: move('store.pointsIssued.checkin', 'points', 'points', POINTS),
    lots: [{ validUntil: null, points: POINTS }],
    basis: {
      of: 'checkin',
      streak: 1,
      cycleDay: 1,
      cycleDays: 7,
      rewardPoints: 5,
      dailyCap: null,
      pointsVersion: 0,
    },
    rule: null,
    by: 'member',
  }
  return { ...post(account, draft, DEFAULT_SETTINGS), version: account.version + 1 }
}

function* next(state: State, knows: Knows): Generator<State> {
  for (const [index, process] of state.processes.entries()) {
    if (process.step === 'done' || process.step === 'dead') continue
    const step = (patch: object, change: Partial<State> = {}): State => ({
      ...state,
      ...change,
      processes: state.processes.map((other, i) => (i === index ? { ...process, ...patch } : other)),
    })
    yield step({ step: 'dead', account: null })
    yield* process.kind === 'command'
      ? commandSteps(state, process, step, knows)
      : drainSteps(state, process, step)
  }
}

type Step = (patch: object, change?: Partial<State>) => State

function* commandSteps(state: State, process: Command, step: Step, knows: Knows): Generator<State> {
  const { account, inJournal, cause } = process
  if (account === null) yield step({ account: state.account })
  if (inJournal === null) yield step({ inJournal: state.journal.includes(cause) })
  if (account === null || inJournal === null) return
  if (inJournal || knows(account, cause)) yield step({ step: 'done', account: null, acknowledged: true })
  else if (state.account.version !== account.version) yield step({ account: null, inJournal: null })
  else yield step({ step: 'done', account: null, acknowledged: true }, { account: paid(account, cause) })
}

function* drainSteps(state: State, process: Drain, step: Step): Generator<State> {
  const { account, filed } = process
  if (account === null) {
    if (state.account.tail.length > 0) yield step({ account: state.account, step: 'filing' })
    return
  }
  const entry = account.tail[filed]
  if (entry) {
    const journal = [...new Set([...state.journal, entry._id])].sort()
    yield step({ filed: filed + 1 }, { journal })
  } else if (state.account.version === account.version) {
    yield step(
      { step: 'done', account: null },
      { account: { ...trimTail(account), version: account.version + 1 } },
    )
  } else yield step({ step: 'dead', account: null })
}

function wrongIn({ account, journal, processes }: State): string | null {
  const waiting = account.tail.map(({ _id }) => _id)
  const causes = new Set([...waiting, ...journal])
  if (account.balances.points !== causes.size * POINTS)
    return `${account.balances.points} points for ${causes.size} causes`
  const lost = processes.find((p) => p.kind === 'command' && p.acknowledged && !causes.has(p.cause))
  return lost ? 'an acknowledged cause is lost' : null
}

/** What tells states apart, in short. */
function keyOf(state: State): string {
  const short = (account: Account | null) =>
    account && [account.version, account.tail.map(({ _id }) => _id).join(''), account.recentCauses.join('')]
  return JSON.stringify([
    short(state.account),
    state.journal,
    state.processes.map((p) => [
      p.step,
      short(p.account),
      p.kind === 'command' ? [p.inJournal, p.acknowledged] : p.filed,
    ]),
  ])
}

function explore(
  causes: readonly string[],
  drains: number,
  knows: Knows,
): { states: number; wrong: string | null } {
  const first = start(causes, drains)
  const seen = new Set([keyOf(first)])
  const open = [first]
  for (let state = open.pop(); state; state = open.pop()) {
    const wrong = wrongIn(state)
    if (wrong) return { states: seen.size, wrong }
    for (const following of next(state, knows)) {
      const key = keyOf(following)
      if (seen.has(key)) continue
      seen.add(key)
      open.push(following)
    }
  }
  return { states: seen.size, wrong: null }
}

test('no interleaving of deliveries, a drain and crashes counts a cause twice or loses one', () => {
  const { states, wrong } = explore(['a', 'a', 'b'], 1, remembers)
  expect(wrong).toBeNull()
  expect(states).toBeGreaterThan(1_000)
})

test('without the memory of moved causes one would be paid twice', () => {
  const forgetful: Knows = (account, cause) => account.tail.some(({ _id }) => _id === cause)
  expect(explore(['a', 'a', 'b'], 1, forgetful).wrong).toBe('3 points for 2 causes')
})

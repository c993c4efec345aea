import { randomOf, type Random } from '../../local/worlds/random'
import { dayAt } from './books/days'
import { commandNamed, commands } from './capabilities'
import type { Command, Draw } from './capabilities/command'
import { mix, type Kind, type Mishap, type Operation, type Plan } from './operation'

/** When every plan begins. */
export const START = Date.parse('2026-03-01T02:00:00Z')

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How one plan differs from others: each leans another way, so that together they get everywhere. */
interface Shape {
  /** How many people come and go at a time. */
  readonly shoppers: number
  /** How often somebody new comes in the place of who has been there longest. */
  readonly newcomers: number
  /** How often one person is at it again. */
  readonly crowded: number
  /** How often an operation runs beside the one before. */
  readonly together: number
  /** How often an operation is sent again. */
  readonly repeated: number
  readonly mishaps: number
  /** How often the clock is moved, and by how much as a rule. */
  readonly moved: number
  readonly stepMs: number
  /** How often a step is a day, neither more nor less. */
  readonly daily: number
  readonly settled: number
  /** How often the merchant changes the rules before anything else happens. */
  readonly rules: number
  readonly weights: ReadonlyMap<Command, number>
}

function drawShape(random: Random): Shape {
  return {
    shoppers: 1 + Math.floor(random.next() * 8),
    newcomers: random.pick([0, 0.02, 0.1]),
    crowded: random.pick([0, 0, 0.5, 0.8]),
    together: random.pick([0.2, 0.5, 0.8]),
    repeated: 0.12 + random.next() * 0.2,
    mishaps: random.pick([0, 0.05, 0.2]),
    moved: random.pick([0.05, 0.2, 0.4]),
    stepMs: random.pick([HOUR, 9 * HOUR, 20 * HOUR]),
    daily: random.pick([0, 0, 0.5, 0.95]),
    settled: random.pick([0, 0, 0.002, 0.006]),
    rules: random.pick([0, 2, 6]),
    weights: new Map(
      commands.map((command) => [
        command,
        command.weight * random.pick(command.mayRest ? [0, 0.3, 1, 3] : [0.2, 1, 1, 3]),
      ]),
    ),
  }
}

const MISHAPS: readonly Mishap[] = [
  'timeoutBefore',
  'timeoutAfter',
  'timeoutAfter',
  'error',
  'conflict',
  'slow',
  'killBefore',
  'killAfter',
]

const KINDS: readonly Kind[] = ['request', 'request', 'write', 'commit']

/** How many operations of a round run beside each other at most. */
const AT_ONCE = 6

/** Draws a plan: a seed and a number of operations always give the same one. */
export function drawPlan(seed: number, operations: number): Plan {
  const random = randomOf(seed)
  const shape = drawShape(random)
  const drawn: Operation[] = []
  const draw = drawFrom(random, shape)
  while (drawn.length < operations) drawn.push(drawNext(random, shape, draw, drawn))
  return { seed, operations: drawn }
}

interface MovingDraw extends Draw {
  move(ms: number): void
}

function drawFrom(random: Random, shape: Shape): MovingDraw {
  const memory = new Map<string, unknown>()
  let now = START
  let counted = 0
  let newest = shape.shoppers - 1
  let last = 's0'
  return {
    random,
    get today() {
      return dayAt(now)
    },
    move: (ms) => (now += ms),
    shopper: () => {
      if (random.chance(shape.crowded)) return last
      if (random.chance(shape.newcomers)) newest += 1
      last = `s${newest - Math.floor(random.next() * shape.shoppers)}`
      return last
    },
    count: () => (counted += 1),
    remembered: <T>(kind: string, make: () => T): T => {
      if (!memory.has(kind)) memory.set(kind, make())
      return memory.get(kind) as T
    },
  }
}

function drawNext(random: Random, shape: Shape, draw: MovingDraw, drawn: readonly Operation[]): Operation {
  const id = drawn.length
  const last = drawn.at(-1)
  const ownRound = { id, round: (last?.round ?? 0) + 1, delayMs: 0 }
  if (id < shape.rules) return { ...ownRound, command: RULES, input: commandNamed(RULES).draw(draw) }
  if (random.chance(shape.settled)) return { ...ownRound, command: SETTLE, input: {} }
  if (random.chance(shape.moved)) {
    const ms = drawStep(random, shape)
    draw.move(ms)
    return { ...ownRound, command: MOVE, input: { ms } }
  }
  const isBeside = last !== undefined && !isSpecial(last) && random.chance(shape.together) && !isFull(drawn)
  const place = isBeside ? { id, round: last.round, delayMs: drawDelay(random) } : ownRound
  const again = random.chance(shape.repeated) ? drawEarlier(random, drawn) : undefined
  const call = again
    ? { command: again.command, input: again.input, repeats: again.id }
    : drawCall(shape, draw)
  return { ...place, ...call, ...drawMishaps(random, shape) }
}

/** Moves the clock on. */
export const MOVE = 'clock.move'
/** Runs every timer until it has nothing left to do, and compares the shop's figures. */
export const SETTLE = 'timers.settle'

const RULES = 'settings.save'

const isSpecial = ({ command }: Operation): boolean => command === MOVE || command === SETTLE

/** Some hours as a rule; a few seconds, to just before midnight, weeks, or years now and then. */
function drawStep(random: Random, { stepMs, daily }: Shape): number {
  if (random.chance(daily)) return DAY
  const kind = random.next()
  if (kind < 0.1) return Math.floor(random.next() * 100_000)
  if (kind < 0.9) return Math.floor(random.exponential() * stepMs)
  if (kind < 0.98) return Math.floor(random.exponential() * 20 * DAY)
  return Math.floor(random.exponential() * 400 * DAY)
}

const drawDelay = (random: Random): number =>
  random.chance(0.7) ? 0 : Math.floor(random.exponential() * random.pick([20, 500, 9_000]))

function isFull(drawn: readonly Operation[]): boolean {
  return drawn.length >= AT_ONCE && drawn.at(-AT_ONCE)?.round === drawn.at(-1)?.round
}

/** One of the last operations, so that a repetition meets what its original left behind. */
function drawEarlier(random: Random, drawn: readonly Operation[]): Operation | undefined {
  const earlier = drawn.slice(-12).filter((operation) => !isSpecial(operation))
  return earlier.length > 0 ? random.pick(earlier) : undefined
}

function drawCall(shape: Shape, draw: Draw): Pick<Operation, 'command' | 'input'> {
  const all = [...shape.weights.values()].reduce((sum, weight) => sum + weight, 0)
  let left = draw.random.next() * all
  for (const [command, weight] of shape.weights) {
    left -= weight
    if (left < 0) return { command: command.name, input: command.draw(draw) }
  }
  throw new Error('there are no commands')
}

function drawMishaps(random: Random, { mishaps }: Shape): Pick<Operation, 'mishaps'> {
  if (!random.chance(mishaps)) return {}
  const count = random.chance(0.2) ? 2 : 1
  return {
    mishaps: Array.from({ length: count }, () => {
      const of = random.pick(KINDS)
      const number = of === 'commit' ? 1 : 1 + Math.floor(random.exponential() * random.pick([1, 3]))
      return { of, number, mishap: random.pick(MISHAPS) }
    }),
  }
}

/** The seed of one of many plans that a run is made of. */
export const seedOf = (seed: number, episode: number): number => mix(seed, episode)

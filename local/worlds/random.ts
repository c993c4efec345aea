/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Of mean 0 and deviation 1. */
  normal(): number
  /** The wait for something that happens once per unit of time on average. */
  exponential(): number
  /** Of this shape and scale 1. */
  gamma(shape: number): number
  beta(a: number, b: number): number
}

/** A stream of its own for each seed and stream number. */
export function randomOf(seed: number, stream = 0): Random {
  const next = mulberry32((Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0)
  const random: Random = {
    next,
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new RangeError('pick: an empty list')
      return item
    },
    normal: () => Math.sqrt(2 * random.exponential()) * Math.cos(2 * Math.PI * next()),
    exponential: () => -Math.log(1 - next()),
    gamma: (shape) =>
      shape < 1 ? gammaAbove1(random, shape + 1) * next() ** (1 / shape) : gammaAbove1(random, shape),
    beta(a, b) {
      const [x, y] = [random.gamma(a), random.gamma(b)]
      return x / (x + y)
    },
  }
  return random
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Marsaglia and Tsang's method. */
function gammaAbove1(random: Random, shape: number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

import { kindsToCome } from './capabilities'
import { episodesOf } from './episodes'
import { readOptions, USAGE, type SimulationOptions } from './options'
import { runEpisodes } from './runEpisodes'
import { tellFailure } from './tellFailure'

const TOLD_EVERY_MS = 10_000

/** Runs the simulation; false when something was found. */
async function simulate({ seed, operations, episode, processes }: SimulationOptions): Promise<boolean> {
  const episodes = [...episodesOf(seed, operations)].filter(
    (each) => (episode ?? each.episode) === each.episode,
  )
  const began = performance.now()
  const sums = { operations: 0, calls: 0, repeats: 0, lost: 0 }
  const kinds = new Map<string, number>()
  let told = began
  let found = false
  const rate = (): string => {
    const seconds = (performance.now() - began) / 1_000
    return `${count(sums.operations)} operations in ${Math.round(seconds)} s, ${count(sums.operations / seconds)} a second`
  }
  await runEpisodes(episodes, Math.min(processes, episodes.length), (result) => {
    for (const sum of ['operations', 'calls', 'repeats', 'lost'] as const) sums[sum] += result[sum]
    for (const [kind, times] of Object.entries(result.kinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + times)
    if (result.failure) {
      found = true
      console.error(tellFailure(result, operations))
    }
    if (performance.now() < told + TOLD_EVERY_MS) return
    told = performance.now()
    console.log(`sim: ${rate()}`)
  })
  const parts = `${count(sums.calls)} calls, ${share(sums.repeats, sums.calls)} sent again, ${count(sums.lost)} killed`
  console.log(`sim: in the books: ${inWords(kinds)}`)
  const missing = operations >= ALL_KINDS_FROM && episode === undefined ? neverCame(kinds) : []
  if (missing.length > 0) console.error(`FAILED: never came up: ${missing.join(', ')}`)
  const isFine = !found && missing.length === 0
  console.log(`sim: seed ${seed}: ${rate()}; ${parts}; ${isFine ? 'nothing found' : 'FAILED'}`)
  return isFine
}

/** A run of so many operations that misses a kind of entry altogether has tried nothing of it. */
const ALL_KINDS_FROM = 100_000

function neverCame(kinds: ReadonlyMap<string, number>): string[] {
  return kindsToCome.filter((kind) => !kinds.has(kind))
}

const inWords = (kinds: ReadonlyMap<string, number>): string =>
  [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, times]) => `${kind} ${count(times)}`)
    .join(', ')

const count = (number: number): string => Math.round(number).toLocaleString('en')

const share = (part: number, whole: number): string => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`

async function main(args: readonly string[]): Promise<number> {
  try {
    return (await simulate(readOptions(args))) ? 0 : 1
  } catch (error) {
    console.error(`sim: ${(error as Error).message}\n${USAGE}`)
    return 2
  }
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code))

import { drawPlan, seedOf } from './plan'
import { runPlan } from './runPlan'
import { shrink, type Shrunk } from './shrink'

/** One plan of the many that a run is made of. */
export interface Episode {
  readonly seed: number
  readonly episode: number
  readonly operations: number
}

export interface EpisodeResult extends Episode {
  readonly calls: number
  readonly repeats: number
  readonly lost: number
  readonly digest: string
  readonly kinds: Readonly<Record<string, number>>
  readonly failure: (Shrunk & { readonly first: string }) | null
}

const SHRINK_MS = 120_000

/** Operations of one plan: long enough for histories of years, short enough to find again what failed. */
const EPISODE_OPERATIONS = 2_000

/** Cuts a number of operations into plans. */
export function* episodesOf(seed: number, operations: number): Generator<Episode> {
  for (let done = 0, episode = 0; done < operations; done += EPISODE_OPERATIONS, episode += 1) {
    yield { seed, episode, operations: Math.min(EPISODE_OPERATIONS, operations - done) }
  }
}

/** Runs one; what fails is made as short as it gets. */
export async function runEpisode(episode: Episode): Promise<EpisodeResult> {
  const plan = drawPlan(seedOf(episode.seed, episode.episode), episode.operations)
  const { broken, ...verdict } = await runPlan(plan)
  const repeats = plan.operations.filter(({ repeats }) => repeats !== undefined).length
  if (!broken) return { ...episode, ...verdict, repeats, failure: null }
  const until = performance.now() + SHRINK_MS
  const shrunk = await shrink(plan, broken, () => performance.now() < until)
  return { ...episode, ...verdict, repeats, failure: { ...shrunk, first: broken.message } }
}

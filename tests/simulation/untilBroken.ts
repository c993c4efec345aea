import { episodesOf } from './episodes'
import { drawPlan, seedOf } from './plan'
import { runPlan } from './runPlan'

/** Runs the plans of a seed one after the other until something breaks; prints what, and after how many operations. */
async function untilBroken(seed: number, operations: number): Promise<object> {
  let done = 0
  for (const episode of episodesOf(seed, operations)) {
    const plan = drawPlan(seedOf(seed, episode.episode), episode.operations)
    const broken = await runPlan(plan).then(
      (verdict) => verdict.broken,
      (error: Error) => ({ message: `the simulation itself fails: ${error.message}`, round: 0 }),
    )
    if (!broken) {
      done += episode.operations
      continue
    }
    const upToIt = plan.operations.filter(({ round }) => round <= broken.round).length
    return { message: broken.message, operations: done + upToIt }
  }
  return { message: null, operations }
}

const [seed = '1', operations = '20000'] = process.argv.slice(2)
void untilBroken(Number(seed), Number(operations)).then((found) => {
  console.log(JSON.stringify(found))
  process.exit(0)
})

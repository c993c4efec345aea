import { availableParallelism } from 'node:os'
import { readOptions, USAGE } from './options'
import { RACES } from './races'
import { runRaces, tableOf } from './runRaces'
import { slicesOfRaces } from './slice'

/** Wrong trials are told in full, but not all of a thousand. */
const MOST_TOLD = 10

/** `npm run races`: how often those who set on one thing at once get more of it than there is. */
async function main(): Promise<void> {
  const names = RACES.map(({ name }) => name)
  const { trials, only } = readOptions(process.argv.slice(2), names)
  const slices = slicesOfRaces(only === undefined ? names : [only], trials)
  const results = await runRaces(slices, availableParallelism())
  console.log(tableOf(results))
  const wrong = results.flatMap(({ slice, wrong }) => wrong.map((each) => ({ ...each, name: slice.name })))
  for (const { name, trial, what } of wrong.slice(0, MOST_TOLD)) {
    console.log(`${name}, trial ${trial}: ${what.join('; ')}`)
  }
  if (wrong.length > 0) process.exitCode = 1
}

main().catch((error: Error) => {
  console.error(`races: ${error.message}\n${USAGE}`)
  process.exitCode = 2
})

import type { EpisodeResult } from './episodes'
import type { Operation } from './operation'

/** What failed and how to see it again, in words for a person. */
export function tellFailure({ seed, episode, operations, failure }: EpisodeResult, total: number): string {
  if (!failure) return ''
  const { first, broken, runs } = failure
  return [
    `FAILED: seed ${seed}, episode ${episode}, of ${operations} operations`,
    `  ${first}`,
    `Again: npm run sim -- --seed ${seed} --ops ${total} --episode ${episode}`,
    `The shortest sequence that fails (${failure.operations.length} operations, after ${runs} runs):`,
    ...failure.operations.map(inWords),
    `  → ${broken.message}`,
  ].join('\n')
}

/** Of an input; the whole of it comes back with the seed. */
const SHOWN = 300

function inWords({ id, round, command, input, delayMs, repeats, mishaps = [] }: Operation): string {
  return [
    `  round ${round}: #${id} ${command} ${JSON.stringify(input).slice(0, SHOWN)}`,
    delayMs > 0 ? `after ${delayMs} ms` : '',
    repeats === undefined ? '' : `(again #${repeats})`,
    ...mishaps.map((each) => `[${each.of} ${each.number}: ${each.mishap}]`),
  ]
    .filter(Boolean)
    .join(' ')
}

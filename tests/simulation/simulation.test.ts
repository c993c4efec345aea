import { episodesOf, runEpisode } from './episodes'
import { drawPlan } from './plan'
import { runPlan } from './runPlan'
import { tellFailure } from './tellFailure'

const OPERATIONS = 2_000
const SEEDS = [1, 2]

test.each(SEEDS)(
  'nothing is found in a run of seed %i',
  async (seed) => {
    for (const episode of episodesOf(seed, OPERATIONS)) {
      const result = await runEpisode(episode)
      expect(tellFailure(result, OPERATIONS)).toBe('')
      expect(result.repeats).toBeGreaterThan(result.calls / 10)
    }
  },
  120_000,
)

test('a plan gives the same answers each time that it is run', async () => {
  const plan = drawPlan(7, 300)
  const [first, second] = [await runPlan(plan), await runPlan(plan)]
  expect(second).toEqual(first)
  expect(drawPlan(7, 300)).toEqual(plan)
  expect((await runPlan(drawPlan(8, 300))).digest).not.toBe(first.digest)
})

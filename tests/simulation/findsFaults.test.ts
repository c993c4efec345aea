import { runEpisode } from './episodes'
import { tellFailure } from './tellFailure'

// The guard that stamps a day once is taken out.
jest.mock('@shared/rules/checkin/runs', () => ({
  ...jest.requireActual<object>('@shared/rules/checkin/runs'),
  isChecked: () => false,
}))

test('a fault is found, made as short as it gets, and told with the way to see it again', async () => {
  const result = await runEpisode({ seed: 1, episode: 0, operations: 400 })
  const commands = result.failure?.operations.map(({ command }) => command)
  expect(commands).toEqual(['member.join', 'checkin.checkIn', 'checkin.checkIn'])
  const told = tellFailure(result, 400)
  expect(told).toMatch(/FAILED: seed 1, episode 0/)
  expect(told).toMatch(/npm run sim -- --seed 1 --ops 400 --episode 0/)
  expect(told).toMatch(/round \d+: #\d+ checkin.checkIn \{"openid":"s\d"\}/)
  expect(told).toMatch(/is in the books twice/)
}, 120_000)

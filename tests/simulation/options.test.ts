import { readOptions } from './options'

test('the defaults are a run of 200,000 operations', () => {
  expect(readOptions([])).toMatchObject({ seed: 1, operations: 200_000, episode: undefined })
})

test('numbers may be grouped', () => {
  expect(readOptions(['--seed', '7', '--ops', '1_000_000', '--episode', '3', '--processes', '2'])).toEqual({
    seed: 7,
    operations: 1_000_000,
    episode: 3,
    processes: 2,
  })
})

test.each([
  ['--ops', '0'],
  ['--ops', ''],
  ['--seed', '1.5'],
  ['--processes', 'two'],
])('%s %s is refused', (name, text) => {
  expect(() => readOptions([name, text])).toThrow(name)
})

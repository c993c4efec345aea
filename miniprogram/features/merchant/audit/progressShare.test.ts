import { progressShare } from './progressShare'

describe('progressShare', () => {
  it.each([
    ['members', 0, 2_000, 0],
    ['members', 1_000, 2_000, 0.45],
    ['members', 2_400, 2_000, 0.9],
    ['members', 0, 0, 0],
    ['days', 2_400, 2_000, 0.9],
  ] as const)('of %s after %i of %i is %f', (phase, members, membersAtStart, share) => {
    expect(progressShare({ phase, members, membersAtStart })).toBe(share)
  })
})

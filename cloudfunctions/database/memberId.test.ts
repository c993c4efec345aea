import { importedMemberId, memberIdAt, memberIdOf } from './memberId'

test('an id is the same every time, tells people apart, and does not show the OPENID', () => {
  expect(memberIdOf('o-1', 's')).toBe(memberIdOf('o-1', 's'))
  expect(memberIdOf('o-1', 's')).not.toBe(memberIdOf('o-2', 's'))
  expect(memberIdOf('o-1', 's')).not.toBe(memberIdOf('o-1', 'another secret'))
  expect(memberIdOf('o-1', 's')).toMatch(/^m[A-Za-z0-9_-]{22}$/)
})

test('a customer of an earlier system is nobody’s OPENID, and each system has its own', () => {
  expect(importedMemberId('old', '1', 's')).not.toBe(memberIdOf('old:1', 's'))
  expect(importedMemberId('old', '1', 's')).not.toBe(importedMemberId('new', '1', 's'))
})

test('a share of the ids lies below the id at that share', () => {
  const ids = Array.from({ length: 8_000 }, (_, n) => memberIdOf(`o-${n}`, 's'))
  for (const share of [0, 0.1, 1 / 3, 0.5, 0.999]) {
    const below = ids.filter((id) => id < memberIdAt(share)).length
    expect(Math.abs(below / ids.length - share)).toBeLessThan(0.02)
  }
})

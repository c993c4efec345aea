import fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import { automaticOn } from '@shared/rules/quote/automatic'
import { BUYER, discount } from '@shared/rules/quote/exampleOrder'
import { discountStanding } from './discountStanding'

const TODAY = '2026-03-18'
const day = (dayOfMonth: number) => ({ of: 'dayOfMonth', dayOfMonth }) as const
const dates = (from: string, to: string) => ({ of: 'dates', from, to }) as const

test.each([
  [{ of: 'always' } as const, { state: 'running' }],
  [{ of: 'birthday' } as const, { state: 'birthdays' }],
  [{ of: 'birthdayMonth' } as const, { state: 'birthdays' }],
  [dates(TODAY, TODAY), { state: 'running' }],
  [dates('2026-03-01', '2026-03-17'), { state: 'ended' }],
  [dates('2026-03-19', '2026-04-17'), { state: 'upcoming', on: '2026-03-19' }],
  [day(18), { state: 'running' }],
  [day(31), { state: 'upcoming', on: '2026-03-31' }],
  [day(17), { state: 'upcoming', on: '2026-04-17' }],
])('%j: %j', (when, standing) => {
  expect(discountStanding(when, TODAY)).toEqual(standing)
})

test('a day that a month does not have is its last', () => {
  expect(discountStanding(day(31), '2026-02-01')).toEqual({ state: 'upcoming', on: '2026-02-28' })
  expect(discountStanding(day(31), '2026-02-28')).toEqual({ state: 'running' })
  expect(discountStanding(day(30), '2026-01-31')).toEqual({ state: 'upcoming', on: '2026-02-28' })
})

test('says of any day what a quote does: it runs, or the day that is told is the next on which it is taken', () => {
  const any = fc.oneof(
    fc.integer({ min: 1, max: 31 }).map(day),
    fc
      .tuple(fc.integer({ min: -40, max: 40 }), fc.nat(40))
      .map(([from, days]) => dates(addDays(TODAY, from), addDays(TODAY, from + days))),
  )
  const isTaken = (when: Parameters<typeof discountStanding>[0], on: string) =>
    automaticOn(on, BUYER.facts, [], [discount('it', 9_000, { when })]).length === 1
  fc.assert(
    fc.property(any, fc.nat(800), (when, later) => {
      const today = addDays(TODAY, later - 400)
      const standing = discountStanding(when, today)
      expect(isTaken(when, today)).toBe(standing.state === 'running')
      if (standing.state !== 'upcoming') return
      for (let before = today; before < standing.on; before = addDays(before, 1))
        expect(isTaken(when, before)).toBe(false)
      expect(isTaken(when, standing.on)).toBe(true)
    }),
  )
})

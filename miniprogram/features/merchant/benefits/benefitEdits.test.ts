import { benefitRules } from '@shared/contracts/benefitRules'
import { isDay } from '@shared/kernel/day'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import { DEFAULT_PROGRAM, type Level } from '@shared/rules/tiers/program'
import { closedFor, closedKind, FIRST_ISSUE, inMonth, KINDS, lastDayOf, newBenefit } from './benefitEdits'

const { levels } = DEFAULT_PROGRAM
const TODAY = '2026-03-10'

test.each(KINDS)('%s can be saved as it begins, once it has a name', (kind) => {
  const begun = newBenefit('b', 'gold', kind, TODAY)
  const named = kind === 'custom' ? { ...begun, name: { zh: '优先发货', en: '' } } : begun
  const { benefits } = benefitRules.parse({ benefits: [named] })
  expect(impossibleBenefits({ version: 1, benefits }, DEFAULT_PROGRAM)).toEqual([])
  expect(begun.name.zh === '').toBe(kind === 'custom')
})

test('every kind is offered', () => {
  expect(KINDS).toHaveLength(11)
})

test('what the controls close is what the rules call impossible, and nothing else', () => {
  for (const [rank, base] of levels.entries()) {
    for (const kind of ['basic', 'paid', 'dual'] as const) {
      const level: Level = { ...base, kind }
      const program = { ...DEFAULT_PROGRAM, levels: levels.map((each, at) => (at === rank ? level : each)) }
      for (const of of KINDS) {
        for (const audience of ['everyone', 'paidOnly'] as const) {
          const benefit = {
            ...newBenefit('b', level.id, of, TODAY),
            name: { zh: '名', en: 'N' },
            for: audience,
          }
          const found = impossibleBenefits({ version: 1, benefits: [benefit] }, program)
          const closed = [closedFor(audience, level), closedKind(of, program.levels, level.id)]
          expect(found.map(({ code }) => code)).toEqual(closed.filter((code) => code !== null))
        }
      }
    }
  }
})

test('a date of the year moves to another month, and no date is left that no year has', () => {
  const end = { ...FIRST_ISSUE.yearly, month: 3, dayOfMonth: 31 }
  expect(inMonth(end, 2)).toEqual({ ...end, month: 2, dayOfMonth: 29 })
  expect(inMonth(end, 5)).toEqual({ ...end, month: 5 })
  for (let month = 1; month <= 12; month += 1) {
    const written = (day: number) => `2024-${String(month).padStart(2, '0')}-${day}`
    expect(isDay(written(lastDayOf(month)))).toBe(true)
    expect(isDay(written(lastDayOf(month) + 1))).toBe(false)
  }
  expect(lastDayOf(NaN)).toBe(31)
})

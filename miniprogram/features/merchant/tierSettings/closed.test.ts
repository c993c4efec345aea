import { impossible } from '@shared/rules/tiers/impossible'
import { DEFAULT_PROGRAM, type SpendStandard } from '@shared/rules/tiers/program'
import { rulesOf, withRules, type TierRules } from '@shared/rules/tiers/tierRules'
import type { Validity } from '@shared/rules/tiers/validity'
import { enLevels } from '@/i18n/enLevels'
import { zhLevels } from '@/i18n/zhLevels'
import { closedIn, withoutClosed } from './closed'

const days = { of: 'days', days: 90 } as const
const lockIn = { singleOrder: true, total: false, extension: days }
const standards: SpendStandard[] = [
  { of: 'eachOrder' },
  { of: 'total', period: { of: 'history', imported: true } },
  { of: 'total', period: { of: 'history', imported: false } },
  { of: 'total', period: { of: 'sinceUpgrade' } },
  { of: 'total', period: { of: 'window', length: days } },
]
const validities: Validity[] = [{ of: 'permanent' }, { of: 'calendarYear' }, days]

const [regular] = DEFAULT_PROGRAM.levels
const rules: TierRules = { ...rulesOf(DEFAULT_PROGRAM), levels: regular ? [regular] : [] }
const refusals = (tried: TierRules) => impossible(withRules(DEFAULT_PROGRAM, tried))

const combinations = standards.flatMap((standard) =>
  validities.map((validity) => ({
    name: JSON.stringify([standard, validity]),
    tried: { ...rules, standard, validity },
  })),
)

describe.each(combinations)('$name', ({ tried }) => {
  const settled = withoutClosed(tried)
  const choices = [
    ['end', { validity: { of: 'calendarYear' } }],
    ['spendingDowngrade', { spendingDowngrade: true }],
    ['lockIn', { lockIn }],
  ] as const

  test.each(choices)(
    '%s is closed when the rules refuse it, and not otherwise, with their words',
    (field, patch) => {
      const found = refusals({ ...settled, ...patch })
      const closed = closedIn(settled)[field]
      expect(found.map(({ code }) => code)).toEqual(closed ? [closed] : [])
      if (closed) {
        const words = { zh: zhLevels.settings.closed[closed], en: enLevels.settings.closed[closed] }
        expect(found[0]?.reason).toEqual(words)
      }
    },
  )

  test('a change drops what it closed, and nothing else', () => {
    const full = { ...tried, spendingDowngrade: true, lockIn }
    const after = withoutClosed(full)
    expect(refusals(after)).toEqual([])
    expect(after).toEqual(
      refusals(full).length === 0 ? full : expect.objectContaining({ standard: tried.standard }),
    )
  })
})

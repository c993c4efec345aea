import type { Day } from '@shared/kernel/day'
import { judge, nextJudgementDay, tierUntil } from './judge'
import { buy, goTo, refund, startWalk, withProgram, withTier, type MemberWalk } from './memberWalk'
import { buyLevel } from './paid'
import { DEFAULT_PROGRAM, switchedOff, switchedOn, type Level, type TierProgram } from './program'
import type { TierState } from './tierState'

const START: Day = '2026-01-01'
const [regular] = DEFAULT_PROGRAM.levels
if (!regular) throw new Error('there is no level to begin with')
const level = (id: string, change: Partial<Level>): Level => ({ ...regular, id, ...change })
const sold = (id: string): Level =>
  level(id, { kind: 'paid', paid: { priceFen: 9_900, priceFenByLevel: {}, validDays: 30 } })
const earned = (id: string, yuan: number): Level =>
  level(id, { condition: { measure: 'spend', atLeast: yuan * 100 } })
const program: TierProgram = {
  ...DEFAULT_PROGRAM,
  levels: [regular, sold('plus'), earned('gold', 5_000), sold('premium'), earned('black', 50_000)],
}

const start = (change: Partial<TierProgram> = {}): MemberWalk => startWalk({ ...program, ...change }, START)
const levelOf = ({ standing }: MemberWalk): string => standing.tier.id
const pays = (walk: MemberWalk, levelId: string): MemberWalk => {
  const bought = buyLevel(walk.standing.tier, levelId, walk.program, walk.today)
  if (!bought.ok) throw new Error(bought.error.code)
  return withTier(walk, bought.value)
}

describe('paid levels', () => {
  test('the higher of what was earned and what was paid for counts, and on expiry the earned one', () => {
    const plus = pays(start(), 'plus')
    const gold = buy(plus, 'a', 500_000)
    const premium = pays(gold, 'premium')
    expect([levelOf(plus), levelOf(gold), levelOf(premium)]).toEqual(['plus', 'gold', 'premium'])
    expect([levelOf(goTo(premium, '2026-01-31')), levelOf(goTo(premium, '2026-02-01'))]).toEqual([
      'premium',
      'gold',
    ])
  })

  test('the earned level goes on being evaluated underneath', () => {
    const premium = pays(start(), 'premium')
    const underneath = buy(premium, 'a', 500_000)
    expect(underneath.decisions).toHaveLength(1)
    expect(underneath.standing.tier).toMatchObject({ id: 'premium', by: 'paid', earned: { levelId: 'gold' } })
    expect(levelOf(goTo(refund(underneath, 'a', 500_000), '2026-02-01'))).toBe('regular')
  })

  test('renewing adds to the end, and after the end to the day of payment', () => {
    const renewed = pays(goTo(pays(start(), 'plus'), '2026-01-20'), 'plus')
    expect(renewed.standing.tier.paid).toEqual({ levelId: 'plus', since: START, until: '2026-03-02' })
    const late = pays(goTo(pays(start(), 'plus'), '2026-06-01'), 'plus')
    expect(late.standing.tier.paid?.until).toBe('2026-07-01')
  })

  test('a lower level waits while a higher one runs, and goes on after it', () => {
    const both = pays(goTo(pays(start(), 'plus'), '2026-01-21'), 'premium')
    expect(both.standing.tier.paused).toEqual([{ levelId: 'plus', daysLeft: 11 }])
    expect(levelOf(goTo(both, '2026-02-20'))).toBe('premium')
    const back = goTo(both, '2026-02-21')
    expect(back.decisions.at(-1)).toMatchObject({
      kind: 'down',
      to: 'plus',
      until: '2026-03-03',
      cause: { of: 'paidEnded' },
    })
    expect([levelOf(goTo(back, '2026-03-03')), levelOf(goTo(back, '2026-03-04'))]).toEqual([
      'plus',
      'regular',
    ])
  })

  test('or it ends, when the store has set so', () => {
    const both = pays(pays(start({ lowerPaid: 'ends' }), 'plus'), 'premium')
    expect(both.standing.tier.paused).toEqual([])
    expect(levelOf(goTo(both, '2026-02-01'))).toBe('regular')
  })

  test('what cannot be bought is refused with its reason', () => {
    const { standing, program: now } = pays(start(), 'premium')
    const refusal = (levelId: string, changed = now, tier: TierState = standing.tier) => {
      const bought = buyLevel(tier, levelId, changed, START)
      return bought.ok ? null : bought.error
    }
    expect(refusal('plus')).toEqual({ code: 'HIGHER_LEVEL_RUNS', levelId: 'premium', until: '2026-01-31' })
    expect(refusal('gold')).toEqual({ code: 'LEVEL_NOT_SOLD', levelId: 'gold' })
    expect(refusal('platinum')).toEqual({ code: 'LEVEL_NOT_SOLD', levelId: 'platinum' })
    expect(refusal('premium', switchedOff(now, START))).toEqual({ code: 'LEVELS_OFF' })
  })

  test('days at which the levels are off are not lost to those who paid', () => {
    const plus = goTo(pays(start(), 'plus'), '2026-01-11')
    const off = goTo(withProgram(plus, switchedOff(plus.program, plus.today)), '2026-05-11')
    const on = withProgram(off, switchedOn(off.program, off.today))
    expect([levelOf(goTo(on, '2026-05-31')), levelOf(goTo(on, '2026-06-01'))]).toEqual(['plus', 'regular'])
    expect(pays(on, 'plus').standing.tier.paid?.until).toBe('2026-03-02')
    expect(levelOf(goTo(pays(on, 'plus'), '2026-06-30'))).toBe('plus')
  })
})

test('a level is valid through the last day of what it rests on', () => {
  const until = ({ standing, program: now }: MemberWalk) => tierUntil(standing.tier, now)
  const year = start({ standard: { of: 'eachOrder' }, validity: { of: 'calendarYear' } })
  const gold = buy(year, 'a', 500_000)
  const manual = { levelId: 'black', since: START, until: '2026-06-30' }
  expect([until(year), until(gold), until(pays(gold, 'premium')), until(withTier(gold, { manual }))]).toEqual(
    [null, '2027-01-01', '2026-01-31', '2026-06-30'],
  )
})

describe('a level that the merchant gives', () => {
  const given = (walk: MemberWalk, levelId: string, until: Day | null): MemberWalk =>
    withTier(walk, { manual: { levelId, since: walk.today, until } })

  test('holds until its date, up or down, whatever is earned meanwhile', () => {
    const black = given(start(), 'black', '2026-03-31')
    expect(black.decisions.at(-1)).toMatchObject({
      kind: 'up',
      until: '2026-03-31',
      cause: { of: 'manualGiven' },
    })
    const lower = given(buy(start(), 'a', 500_000), 'regular', '2026-03-31')
    expect(levelOf(buy(lower, 'b', 9_000_000))).toBe('regular')
    expect(levelOf(goTo(black, '2026-03-31'))).toBe('black')
  })

  test('afterwards the level is the one that is earned', () => {
    const over = goTo(buy(given(start(), 'black', '2026-03-31'), 'a', 500_000), '2026-04-01')
    expect(over.decisions.at(-1)).toMatchObject({ kind: 'down', to: 'gold', cause: { of: 'manualEnded' } })
    expect(over.standing.tier.manual).toBeNull()
  })

  test('holds for good without a date, until it is taken away', () => {
    const forGood = given(start(), 'black', null)
    expect(nextJudgementDay(forGood.standing.tier, forGood.program)).toBeNull()
    expect(levelOf(withTier(forGood, { manual: null }))).toBe('regular')
  })

  test('ends with the level that it names', () => {
    const black = given(start(), 'black', null)
    const gone = withProgram(black, { levels: program.levels.slice(0, 4) })
    expect(gone.decisions.at(-1)).toMatchObject({ kind: 'reassign', from: 'black', to: 'regular' })
  })
})

test('a member who was judged under newer rules is left alone by older ones', () => {
  const { standing, program: old, today, at } = buy(start(), 'a', 500_000)
  const ahead = { ...standing, bought: [], tier: { ...standing.tier, version: old.version + 1 } }
  expect(judge(ahead, old, { today, at }).tier).toBe(ahead.tier)
  expect(nextJudgementDay(ahead.tier, old)).toBeNull()
})

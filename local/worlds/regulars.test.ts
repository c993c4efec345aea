import { groupBy } from '@shared/kernel/groupBy'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { regularsHistory } from './regulars'

const today = '2024-02-29'
const history = regularsHistory(today)
const byMember = groupBy(history, ({ openid }) => openid)

/** The level that a member's spend alone reaches. */
function levelOf(openid: string): string {
  const fen = (byMember.get(openid) ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0)
  const reached = DEFAULT_PROGRAM.levels.filter(({ condition }) => {
    if (!condition) return true
    if (!('any' in condition)) throw new Error('the default levels have changed')
    return condition.any.some((way) => 'measure' in way && way.measure === 'spend' && fen >= way.atLeast)
  })
  return reached.at(-1)!.id
}

describe('the demo shop', () => {
  it('has 2,000 members and eighteen months up to its today', () => {
    expect(byMember.size).toBe(2_000)
    const days = history.map(({ placedDay }) => placedDay).sort()
    expect(days.at(-1)).toBe(today)
    expect(days[0]).toBe('2022-08-31')
    expect(new Set(days).size).toBeGreaterThan(540)
  })

  it('has members on all six levels, few on the highest', () => {
    const levels = groupBy([...byMember.keys()], (openid) => levelOf(openid!))
    const members = DEFAULT_PROGRAM.levels.map(({ id }) => levels.get(id)?.length ?? 0)
    expect(members.reduce((a, b) => a + b)).toBe(2_000)
    expect(members).toEqual([...members].sort((a, b) => b - a))
    expect(members.at(-1)).toBeGreaterThanOrEqual(3)
    expect(members[1]).toBeGreaterThan(600)
    expect(members[3]).toBeGreaterThan(30)
  })

  it('has the people that the strip names', () => {
    expect(levelOf('regular-0001')).toBe('gold')
    expect(levelOf('regular-0002')).toBe('silver')
    expect(byMember.get('regular-0005')?.length).toBeGreaterThan(0)
  })

  it('numbers its orders alike on every day, so that it can be gone on with tomorrow', () => {
    const tomorrow = regularsHistory('2024-03-01')
    const facts = (rows: typeof history) => rows.map(({ externalId, amountFen }) => [externalId, amountFen])
    expect(facts(tomorrow)).toEqual(facts(history))
    expect(new Set(history.map(({ externalId }) => externalId)).size).toBe(history.length)
  })
})

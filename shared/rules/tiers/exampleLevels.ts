import type { Day } from '@shared/kernel/day'
import type { Condition } from './conditions'
import { impossible } from './impossible'
import { buy, startWalk, type MemberWalk } from './memberWalk'
import { DEFAULT_PROGRAM, type Level, type TierProgram } from './program'

/* A small programme of three levels, and how to speak of it in a test. */

export const YUAN = 100
export const START = '2026-03-15'

export const spend = (yuan: number): Condition => ({ measure: 'spend', atLeast: yuan * YUAN })

export function level(id: string, condition: Condition | null, more: Partial<Level> = {}): Level {
  return {
    id,
    name: { zh: id, en: id },
    material: 'paper',
    icon: null,
    color: null,
    kind: 'basic',
    condition,
    keep: { singleOrderFen: 300 * YUAN, totalFen: 600 * YUAN },
    paid: null,
    ...more,
  }
}

export const LEVELS = [level('regular', null), level('silver', spend(1_000)), level('gold', spend(5_000))]
export const program = (settings: Partial<TierProgram> = {}): TierProgram => ({
  ...DEFAULT_PROGRAM,
  levels: LEVELS,
  ...settings,
})
export const sinceUpgrade = { of: 'total', period: { of: 'sinceUpgrade' } } as const
export const lastDays = (days: number) =>
  ({ of: 'total', period: { of: 'window', length: { of: 'days', days } } }) as const
export const history = (imported: boolean) => ({ of: 'total', period: { of: 'history', imported } }) as const

export const start = (settings: Partial<TierProgram> = {}, day: Day = START): MemberWalk =>
  startWalk(program(settings), day)
export const spends = (walk: MemberWalk, yuan: number, id = `${walk.orders.size}`): MemberWalk =>
  buy(walk, id, yuan * YUAN)
export const levelOf = ({ standing }: MemberWalk): string => standing.tier.id
export const untilOf = ({ standing }: MemberWalk): Day | null => standing.tier.earned.until
export const codesOf = (settings: Partial<TierProgram>): readonly string[] =>
  impossible(program(settings)).map(({ code }) => code)

import type { Benefit, Perk } from '../benefits/benefit'
import { level, program as programOf, spend } from '../tiers/exampleLevels'
import { startWalk, withTier, type MemberWalk } from '../tiers/memberWalk'
import { type Level, type TierProgram } from '../tiers/program'
import { withPaidDays } from './offer'

/* Four levels, three of them sold, and how to speak of them in a test. */

export const START = '2026-01-01'

const sold = (id: string, priceFen: number, validDays: number, more: Partial<Level> = {}): Level =>
  level(id, null, {
    kind: 'paid',
    paid: { priceFen, priceFenByLevel: { plus: 9_900 }, validDays },
    ...more,
  })

export const LEVELS = [
  level('regular', null),
  sold('plus', 3_000, 30),
  sold('gold', 6_000, 30, { kind: 'dual', condition: spend(5_000) }),
  sold('premium', 29_900, 365),
]

export const program = (more: Partial<TierProgram> = {}): TierProgram =>
  programOf({ levels: LEVELS, ...more })

export const start = (more: Partial<TierProgram> = {}): MemberWalk => startWalk(program(more), START)

/** Days of a level that were paid for, as long as the level's terms say or as many as are told. */
export function pays(walk: MemberWalk, levelId: string, days?: number): MemberWalk {
  const validDays = days ?? walk.program.levels.find(({ id }) => id === levelId)?.paid?.validDays ?? 0
  const bought = withPaidDays(walk.standing.tier, { levelId, validDays }, walk.program, walk.today)
  if (!bought.ok) throw new Error(bought.error.code)
  return withTier(walk, bought.value)
}

export const benefit = (
  id: string,
  levelId: string,
  perk: Perk,
  whom: Benefit['for'] = 'everyone',
): Benefit => ({
  id,
  levelId,
  for: whom,
  name: { zh: id, en: id },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: START,
  perk,
})

export const NOTHING_ASKED = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: true },
} as const

import type { Words } from '@shared/kernel/words'
import { DEFAULT_PROGRAM, type Level } from '../tiers/program'
import { INPUT_RANGES } from './inputs'

/** What people see of a level. */
export type NewLevel = Pick<Level, 'id' | 'name' | 'material'>

const KNOWN = DEFAULT_PROGRAM.levels.slice(1)

/**
 * Levels to take, in this order, where more are proposed than the store has: those that every store begins with, and
 * then numbered ones. So many that there are always enough above any that are in use.
 */
export const NEW_LEVELS: readonly NewLevel[] = [
  ...KNOWN.map(({ id, name, material }) => ({ id, name, material })),
  ...Array.from({ length: INPUT_RANGES.levels.max * 2 }, (_, i) => numbered(KNOWN.length + 1 + i)),
]

function numbered(rank: number): NewLevel {
  const name: Words = { zh: `V${rank} 会员`, en: `Level ${rank}` }
  return { id: `level-${rank}`, name, material: 'black' }
}

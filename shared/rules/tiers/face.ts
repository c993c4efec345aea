import type { Words } from '@shared/kernel/words'
import { rankIn, type Level, type TierProgram } from './program'

/** A level as people see it. */
export interface TierFace {
  id: string
  name: Level['name']
  rank: number
  material: Level['material']
  /** Its own colour, `#rrggbb`; null for the material's. */
  color: Level['color']
  /** The name of its sign; null for none. */
  icon: Level['icon']
}

/** The place of a level, lowest 0; a level that is no longer there counts as the lowest. */
export function rankOf(program: TierProgram, levelId: string): number {
  return Math.max(0, rankIn(program, levelId))
}

export function tierFace(program: TierProgram, rank: number): TierFace {
  const level = program.levels[rank]
  if (!level) throw new Error(`there is no tier of rank ${rank}`)
  const { id, name, material, color, icon } = level
  return { id, name, rank, material, color, icon }
}

/** The name of a level; of one that is no longer there, that it has been removed. */
export function levelName(program: TierProgram, levelId: string): Words {
  return program.levels[rankIn(program, levelId)]?.name ?? { zh: '已取消的等级', en: 'a level since removed' }
}

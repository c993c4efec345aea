import type { OutputOf } from '@shared/contracts'

export type TierPreview = OutputOf<'tiers.preview'>
export type Cell = TierPreview['cells'][number]
export type MoveKind = Cell['kind']

/** How many members go up, down, are given another level, or stay. */
export function membersByKind(cells: readonly Cell[]): Readonly<Record<MoveKind, number>> {
  const sums = { up: 0, down: 0, reassign: 0, stay: 0 }
  for (const { kind, members } of cells) sums[kind] += members
  return sums
}

/** A line or a column of the matrix: a level, null when it is no longer there, and how many members it has. */
export interface Edge {
  readonly id: string
  readonly level: TierPreview['levels']['after'][number] | null
  readonly members: number
}

export interface Matrix {
  readonly rows: readonly Edge[]
  readonly columns: readonly Edge[]
  readonly cellAt: (from: string, to: string) => Cell | undefined
}

/** The levels now against those then, lowest first. A level that members hold and that is in neither list comes last. */
export function matrixOf({ cells, levels }: Pick<TierPreview, 'cells' | 'levels'>): Matrix {
  const edges = (side: 'from' | 'to', faces: TierPreview['levels']['after']): Edge[] => {
    const known = faces.map((level) => ({ id: level.id, level }))
    const ids = new Set(faces.map(({ id }) => id))
    const others = [...new Set(cells.map((cell) => cell[side]))].filter((id) => !ids.has(id))
    return [...known, ...others.map((id) => ({ id, level: null }))].map((edge) => ({
      ...edge,
      members: cells.filter((cell) => cell[side] === edge.id).reduce((sum, { members }) => sum + members, 0),
    }))
  }
  return {
    rows: edges('from', levels.before),
    columns: edges('to', levels.after),
    cellAt: (from, to) => cells.find((cell) => cell.from === from && cell.to === to),
  }
}

import type { Cloud } from './cloud'
import { getById, insert, put } from './documentAccess'
import type { RollupDocument } from './rollups'

interface RollupCursor {
  readonly _id: string
  readonly filedBefore: number
}

const CURSOR = 'rollups'

/** Every entry that came into the journal before this instant is in the figures. */
export async function readFiledBefore(cloud: Cloud): Promise<number> {
  return (await getById<RollupCursor>(cloud, 'cursors', CURSOR))?.filedBefore ?? 0
}

export function writeFiledBefore(cloud: Cloud, filedBefore: number): Promise<void> {
  return put<RollupCursor>(cloud, 'cursors', { _id: CURSOR, filedBefore })
}

/** Keeps a day's figures, unless a later run has kept its own: a slow run must not put older figures over them. */
export async function keepDay(cloud: Cloud, { _id, ...figures }: RollupDocument): Promise<void> {
  const { command } = cloud.db
  const { updated } = (await cloud.db
    .collection('rollups')
    .where({ _id, computedAt: command.lte(figures.computedAt) })
    .update({ ...figures, tierFlows: command.set([...figures.tierFlows]) })) as { updated: number }
  if (updated === 0) await insert<RollupDocument>(cloud, 'rollups', { _id, ...figures })
}

/** A run that refreshes the figures is ended by the platform before this. */
const REFRESH_MS = 60_000

/**
 * Whether some day was computed by another run that may have kept it after a total of an instant was summed: the total
 * then lags behind the days until the next refresh.
 */
export async function anyDayComputedAround(cloud: Cloud, totalAt: number): Promise<boolean> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('rollups')
    .where({ of: 'day', computedAt: command.gt(totalAt - REFRESH_MS).and(command.neq(totalAt)) })
    .limit(1)
    .field({ _id: true })
    .get()
  return data.length > 0
}

import type { Day } from '@shared/kernel/day'
import type { Cloud } from './cloud'
import { getById, getByIds, insertMissing, put, READ_LIMIT } from './documentAccess'
import { SETTLING_MS } from './journal'
import type { FiledDay, RollupDocument } from './rollups'
import { slicesOf } from './slices'

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

/**
 * Those of the days whose figures may lack the entries that came in for them. An entry is in the journal once it has
 * settled, so that figures computed later than that hold it: a run that was cut short leaves nothing to do twice.
 */
export async function daysBehind(cloud: Cloud, filed: readonly FiledDay[]): Promise<Day[]> {
  const slices = slicesOf(filed, READ_LIMIT)
  const kept = await Promise.all(
    slices.map((slice) =>
      getByIds<RollupDocument>(
        cloud,
        'rollups',
        slice.map(({ day }) => day),
        { computedAt: true },
      ),
    ),
  )
  const computedAt = new Map(kept.flat().map((each) => [each._id, each.computedAt]))
  return filed
    .filter(({ day, lastFiledAt }) => lastFiledAt + SETTLING_MS > (computedAt.get(day) ?? 0))
    .map(({ day }) => day)
}

/** Keeps the figures of days, unless a later run has kept its own: a slow run must not put older figures over them. */
export async function keepDays(cloud: Cloud, days: readonly RollupDocument[]): Promise<void> {
  const missing = await Promise.all(days.map(async (day) => ((await updateDay(cloud, day)) ? [] : [day])))
  await insertMissing(cloud, 'rollups', missing.flat())
}

async function updateDay(cloud: Cloud, { _id, ...figures }: RollupDocument): Promise<boolean> {
  const { command } = cloud.db
  const { updated } = (await cloud.db
    .collection('rollups')
    .where({ _id, computedAt: command.lte(figures.computedAt) })
    .update({ ...figures, tierFlows: command.set([...figures.tierFlows]) })) as { updated: number }
  return updated > 0
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

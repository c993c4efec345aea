import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { BP_ONE } from '@shared/kernel/rate'
import type { BuyerYears, Period, Years } from '@shared/rules/assistant/buyerYears'
import { countMembers } from './audit'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'
import { eachSlice, MEMBERS_A_SLICE, type IdRange } from './memberSlices'

/** 150,000 members: what a function has time for on a small machine. */
const MOST_SLICES = 250

/** Who bought in two years, and how many of the store's members were looked at. */
export interface BuyersRead {
  readonly buyers: readonly BuyerYears[]
  /** 10,000: all of them; less: that share, chosen by their ids and so by chance. */
  readonly shareBp: number
}

/**
 * What each member bought in two years, summed up by the database, in slices of ids. A store of more members than
 * `mostSlices` hold is read in part: ids are spread by chance, so that a range of them is a fair sample.
 */
export async function readBuyerYears(
  cloud: Cloud,
  years: Years,
  mostSlices: number = MOST_SLICES,
): Promise<BuyersRead> {
  const wanted = Math.max(1, Math.ceil((await countMembers(cloud)) / MEMBERS_A_SLICE))
  const slices = Math.min(wanted, mostSlices)
  const buyers: BuyerYears[] = []
  await eachSlice(slices, wanted, async (ids) => {
    buyers.push(...(await readSlice(cloud, years, ids)))
  })
  return { buyers, shareBp: Math.floor((slices * BP_ONE) / wanted) }
}

async function readSlice(cloud: Cloud, { thisYear, lastYear }: Years, ids: IdRange): Promise<BuyerYears[]> {
  const [now, before] = await Promise.all([
    readSums<ThisYear>(cloud, thisYear, ids, {
      fen: { $sum: '$netFen' },
      orders: { $sum: 1 },
      firstDay: { $min: '$placedDay' },
      lastDay: { $max: '$placedDay' },
    }),
    readSums<Spend>(cloud, lastYear, ids, { fen: { $sum: '$netFen' } }),
  ])
  const nowOf = new Map(now.map((sum) => [sum._id, sum]))
  const beforeOf = new Map(before.map(({ _id, fen }) => [_id, fen]))
  return [...new Set([...nowOf.keys(), ...beforeOf.keys()])].map((member) => {
    const sum = nowOf.get(member)
    return {
      lastYearFen: beforeOf.get(member) ?? 0,
      thisYearFen: sum?.fen ?? 0,
      orders: sum?.orders ?? 0,
      cameBack: sum !== undefined && sum.firstDay < sum.lastDay,
    }
  })
}

/** What a member spent, less refunds. */
interface Spend {
  readonly _id: string
  readonly fen: number
}

interface ThisYear extends Spend {
  readonly orders: number
  readonly firstDay: Day
  readonly lastDay: Day
}

/** Sums of the orders of a period by member: answer by answer, should there be more members than one holds. */
async function readSums<Sum extends Spend>(
  cloud: Cloud,
  period: Period,
  { after, upTo }: IdRange,
  sums: Readonly<Record<string, object>>,
): Promise<Sum[]> {
  const { command } = cloud.db
  const above = command.gt(after)
  const { data } = (await cloud.db
    .collection('orders')
    .aggregate()
    .match({
      member: upTo === null ? above : above.and(command.lte(upTo)),
      // By the instant, which the index has: an order's day is that of its instant.
      placedAt: command.gte(startOfDay(period.from)).and(command.lt(startOfDay(addDays(period.to, 1)))),
      state: 'completed',
    })
    .group({ _id: '$member', ...sums })
    .sort({ _id: 1 })
    .limit(READ_LIMIT)
    .end()) as { data: Sum[] }
  const last = data.at(-1)
  if (!last || data.length < READ_LIMIT) return data
  return [...data, ...(await readSums<Sum>(cloud, period, { after: last._id, upTo }, sums))]
}

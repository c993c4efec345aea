import type { Account } from '@shared/rules/account/account'
import { countMembers } from './audit'
import type { Cloud } from './cloud'
import { eachSlice, MEMBERS_A_SLICE, type IdRange } from './memberSlices'

/** Of an account, what levels and benefits depend on. */
export type MemberStanding = Pick<
  Account,
  '_id' | 'seq' | 'tier' | 'bought' | 'growthDays' | 'invitations' | 'birthday' | 'granted' | 'levelsPaidOut'
>

const FIELDS: Readonly<Record<Exclude<keyof MemberStanding, '_id'>, 1>> = {
  tier: 1,
  bought: 1,
  growthDays: 1,
  seq: 1,
  invitations: 1,
  birthday: 1,
  granted: 1,
  levelsPaidOut: 1,
}

/** 150,000 members: some seconds on a small machine, and under what a function may take. */
const MOST_MEMBERS = 150_000
/** Half of what an answer may have: members of a slice buy more than others by chance. */
const ANSWER_BYTES = 3_000_000
const SAMPLE = 20

/** How many members were looked at, of how many. */
export interface Looked {
  readonly looked: number
  readonly members: number
}

/**
 * Hands over what levels depend on of every member, in slices of ids, some read side by side. A store of very many
 * members is read in part: ids say nothing of whose they are, so that a range of them is a fair sample.
 */
export async function eachStanding(
  cloud: Cloud,
  take: (standings: readonly MemberStanding[]) => void,
  most = MOST_MEMBERS,
): Promise<Looked> {
  const [members, sample] = await Promise.all([
    countMembers(cloud),
    readAfter(cloud, { after: '', upTo: null }, SAMPLE),
  ])
  const aSlice = membersASlice(sample)
  // A sixth less than fit: chance spreads ids evenly, but not to the head.
  const all = Math.max(1, Math.ceil((members * 1.2) / aSlice))
  const slices = Math.min(all, Math.max(1, Math.floor((all * most) / Math.max(1, members))))
  let looked = 0
  await eachSlice(slices, all, async (ids) => {
    let { after } = ids
    for (;;) {
      const found = await readAfter(cloud, { after, upTo: ids.upTo }, aSlice)
      take(found)
      looked += found.length
      if (found.length < aSlice) break
      after = found.at(-1)?._id ?? after
    }
  })
  return { looked, members }
}

/** Of members with long histories fewer come in one answer. */
function membersASlice(sample: readonly MemberStanding[]): number {
  const each = JSON.stringify(sample).length / Math.max(1, sample.length)
  return Math.max(SAMPLE, Math.min(MEMBERS_A_SLICE, Math.floor(ANSWER_BYTES / each)))
}

/** Members on a level, in the order of their ids. */
export function standingsOnLevel(
  cloud: Cloud,
  levelId: string,
  after: string,
  limit: number,
): Promise<MemberStanding[]> {
  return readAfter(cloud, { after, upTo: null, levelId }, limit)
}

interface Range extends IdRange {
  readonly levelId?: string
}

/** By an aggregate: what it leaves out is not read either, where a projection of `get` comes after the reading. */
async function readAfter(
  cloud: Cloud,
  { after, upTo, levelId }: Range,
  limit: number,
): Promise<MemberStanding[]> {
  const { command } = cloud.db
  const { data } = (await cloud.db
    .collection('members')
    .aggregate()
    .match({
      _id: upTo === null ? command.gt(after) : command.gt(after).and(command.lte(upTo)),
      ...(levelId === undefined ? {} : { 'tier.id': levelId }),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .project(FIELDS)
    .end()) as { data: MemberStanding[] }
  return data
}

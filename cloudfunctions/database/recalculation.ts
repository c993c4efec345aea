import type { Day } from '@shared/kernel/day'
import type { TierMove } from '@shared/rules/tiers/tierMove'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** Members whom a version of the levels took from one level to another. */
export interface Moves {
  readonly from: string
  readonly to: string
  readonly kind: 'up' | 'down' | 'reassign'
  readonly members: number
}

/** Who moved by a version of the levels, of what was filed of these days: by the day and the kind, of which there is an index. */
export async function movesUnder(cloud: Cloud, version: number, days: readonly Day[]): Promise<Moves[]> {
  const { command } = cloud.db
  const { data } = (await cloud.db
    .collection('journal')
    .aggregate()
    .match({ day: command.in([...days]), kind: 'tierJudged', source: `settings:tiers:${version}` })
    .group({
      _id: { from: '$tier.from', to: '$tier.to', kind: '$tier.kind' },
      members: { $sum: 1 },
    })
    .limit(READ_LIMIT)
    .end()) as { data: { _id: Pick<TierMove, 'from' | 'to' | 'kind'>; members: number }[] }
  return data.flatMap(({ _id: { from, to, kind }, members }) =>
    from === null || kind === 'first' || kind === 'keep' ? [] : [{ from, to, kind, members }],
  )
}

import type { OutputOf } from '@shared/contracts'

type Run = Pick<OutputOf<'books.startAudit'>['run'], 'phase' | 'members' | 'membersAtStart'>

/** The members are nearly all of the work; what the days take nobody knows beforehand. */
const MEMBERS_SHARE = 0.9

/** How much of a run is done, from 0 to 1: members may have joined since it began. */
export function progressShare({ phase, members, membersAtStart }: Run): number {
  if (phase === 'days') return MEMBERS_SHARE
  return MEMBERS_SHARE * Math.min(1, members / Math.max(1, membersAtStart))
}

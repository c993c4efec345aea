import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import type { Entry } from '../account/entry'
import { OUTGOING_LIMIT } from '../account/tail'
import type { Settings } from '../settings/settings'
import { isOn } from '../tiers/program'
import type { Message, MessageKind } from './message'
import { tell } from './tell'
import { changedWords, givenWords, keptWords, type Commit, type Said } from './tierWords'

const ENDINGS: readonly MessageKind[] = ['tierEnding', 'membershipEnding']

/** What is told of a commit, and the entry that it is told of: its id makes the message's. */
interface News {
  readonly kind: Extract<MessageKind, 'tierChanged' | 'tierKept' | 'benefitGranted'>
  readonly entry: Entry
  readonly said: Said
}

/**
 * Tells a member what a whole commit did to their level and gave them, in one message however many moves were in it:
 * that the level changed, or was kept, or else what came in. Nothing when the level has come back to where it was, for
 * who had not joined before, or while the levels are off. `after` must still hold the entries of the commit.
 */
export function tellOfTier(
  before: Account | null,
  after: Account,
  settings: Settings,
  today: Day,
  at: number,
): Account {
  if (!before?.joined || after.seq === before.seq || !isOn(settings.tiers)) return after
  const entries = after.tail.filter(({ seq }) => seq > before.seq)
  const news = newsOf({ before, after, entries, settings, today })
  if (!news) return after
  const { kind, entry, said } = news
  const told = { ...after, outgoing: withRoom(before, after, kind) }
  return tell(told, {
    _id: `${kind}:${entry._id}`,
    schemaVersion: 1,
    member: after._id,
    kind,
    at,
    day: today,
    ...said,
    link: kind === 'benefitGranted' ? 'benefits' : 'tiers',
  })
}

function newsOf(commit: Commit): News | null {
  const { before, after, entries } = commit
  const moves = entries.filter(({ tier }) => tier !== null)
  const last = moves.at(-1)
  if (before.tier.id !== after.tier.id) {
    const entry = moves.findLast(({ tier }) => tier?.kind !== 'keep')
    if (!entry) return null
    return { kind: 'tierChanged', entry, said: changedWords(commit) }
  }
  if (last?.tier?.kind === 'keep')
    return { kind: 'tierKept', entry: last, said: keptWords(last.tier, commit) }
  const given = entries.findLast(({ kind }) => kind === 'benefitGranted')
  const said = given && givenWords(commit)
  return said ? { kind: 'benefitGranted', entry: given, said } : null
}

/**
 * The messages that go on waiting. One about the level says how long it holds, so it takes the place of a reminder
 * from the same commit. Where there is no room, the oldest word on the level is overtaken by the newest.
 */
function withRoom(before: Account, after: Account, kind: News['kind']): readonly Message[] {
  const waiting =
    kind === 'benefitGranted'
      ? after.outgoing
      : after.outgoing.filter((each) => !ENDINGS.includes(each.kind) || before.outgoing.includes(each))
  if (waiting.length < OUTGOING_LIMIT) return waiting
  const overtaken = waiting.findIndex((each) => each.kind !== 'pointsExpiring')
  return waiting.filter((_, index) => index !== overtaken)
}

import type { Entry } from '@shared/rules/account/entry'
import type { MemberBooks } from '../books/memberBooks'
import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'
import { isRightlyForbidden, OWNER } from './staff'

const PAGE = 20

interface Shown {
  readonly id: string
  readonly seq: number
  readonly points: number
  readonly growth: number
}

/** A page shows the entries it is for, each of them, from the newest that the reader may have seen. */
function mustShow(
  member: MemberBooks,
  entries: readonly Shown[],
  nextCursor: number | null,
  before: number,
  isShown: (entry: Entry) => boolean,
): void {
  const all = member.entries.filter(isShown).reverse()
  const top = all.findIndex(({ seq }) => seq === entries[0]?.seq)
  const isMissed =
    top < 0 ? all.some(({ seq }) => seq <= before) : all[top - 1] && all[top - 1]!.seq <= before
  must(isMissed !== true, () => `${member.id}: a page begins with ${entries[0]?.id}, and there is more`)
  const right = all.slice(Math.max(0, top), Math.max(0, top) + Math.max(PAGE, entries.length))
  if (top < 0) return
  must(
    entries.length === Math.min(PAGE, right.length),
    () => `${member.id}: a page has ${entries.length} entries`,
  )
  entries.forEach((entry, index) => {
    const own = right[index]
    const isRight =
      own?._id === entry.id && own.change.points === entry.points && own.change.growth === entry.growth
    must(isRight, () => `${member.id}: a page shows ${entry.id} for ${own?._id}`)
  })
  const hasMore = all.length > top + entries.length
  must((nextCursor !== null) === hasMore, () => `${member.id}: the next page is ${nextCursor}`)
}

const growth = callOf({
  name: 'growth.read',
  weight: 4,
  draw: (draw) => ({ openid: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid }, value, { before, startedAt }) => {
    const member = shop.member(memberOf(openid))
    const had = [before.growth, ...member.entries.slice(before.seq).map(({ after }) => after.growth)]
    must(
      had.includes(value.growth),
      () => `${member.id}: is shown ${value.growth} growth of ${member.growth}`,
    )
    mustShow(member, value.entries, value.nextCursor, before.seq, ({ change }) => change.growth !== 0)
    const isStill = before.seq === member.seq && shop.settings.possible(startedAt).length === 1
    const mode = shop.growthMode(member)
    if (!isStill || !mode || member.growthVersion !== shop.settings.latest.growth.version) return
    const leaves = member.growthDays.nextLapse(mode)
    const lapsing = leaves ? member.growthDays.lapsing(mode, leaves) : []
    const sum = lapsing.reduce((all, [, , counted]) => all - counted, 0)
    const told = value.leaving ? `${value.leaving.day} ${value.leaving.growth}` : 'nothing'
    const right = leaves ? `${leaves} ${sum}` : 'nothing'
    must(told === right, () => `${member.id}: leaving is ${told}, not ${right}`)
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

const books = callOf({
  name: 'books.member',
  weight: 3,
  draw: (draw) => ({ openid: draw.random.chance(0.95) ? OWNER : draw.shopper(), whose: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: ({ whose }) => ({ member: memberOf(whose) }),
  begins: (shop, { whose }) => memberBefore(shop, whose),
  answered: (shop, { whose }, { balances, lots, entries, nextCursor }, { before }) => {
    const member = shop.member(memberOf(whose))
    must(
      member.hadBetween(before.seq, member.seq, balances),
      () => `${member.id}: the shop is shown ${JSON.stringify(balances)}`,
    )
    const inLots = lots.reduce((sum, { points }) => sum + points, 0)
    must(inLots === balances.points, () => `${member.id}: lots of ${inLots} under ${balances.points} points`)
    mustShow(member, entries, nextCursor, before.seq, () => true)
  },
  refused: (shop, input, error, { before }) =>
    isRightlyForbidden(shop, input, error) || (error.code === 'MEMBER_NOT_FOUND' && before.seq === 0),
})

const journal = callOf({
  name: 'books.journal',
  weight: 2,
  draw: (draw) => ({ openid: draw.random.chance(0.95) ? OWNER : draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (shop, _input, { day, entries }) => {
    for (const entry of entries) {
      const taken = shop.member(entry.member).entries[entry.seq - 1]
      const isTaken = taken?._id === entry.id && taken.day === day && taken.change.points === entry.points
      must(isTaken, () => `the journal of ${day} shows ${entry.id}`)
    }
    must(new Set(entries.map(({ id }) => id)).size === entries.length, () => `the journal of ${day} repeats`)
  },
  refused: isRightlyForbidden,
})

export const memberPages: Capability = { commands: [growth, books, journal] }

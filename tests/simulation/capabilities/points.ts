import { dayAt, plusDays } from '../books/days'
import { mustBeDue } from './due'
import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'

const PAGE = 20

const ledger = callOf({
  name: 'points.ledger',
  weight: 6,
  draw: (draw) => ({
    openid: draw.shopper(),
    ...(draw.random.chance(0.4) ? { cursor: 1 + Math.floor(draw.random.next() * 60) } : {}),
  }),
  openid: ({ openid }) => openid,
  sends: ({ cursor }) => (cursor ? { cursor } : {}),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid, cursor }, { balances, lots, entries, nextCursor }, { before }) => {
    const member = shop.member(memberOf(openid))
    const of = (what: string) => `${member.id}: the ledger's ${what}`
    must(member.hadBetween(before.seq, member.seq, balances), () =>
      of(`balances ${JSON.stringify(balances)}`),
    )
    const inLots = lots.reduce((sum, { points }) => sum + points, 0)
    must(inLots === balances.points, () => of(`lots hold ${inLots} of ${balances.points} points`))
    const top = entries[0]?.seq ?? 0
    const highest = Math.min(member.seq, (cursor ?? Infinity) - 1)
    const lowest = Math.min(before.seq, (cursor ?? Infinity) - 1)
    must(lowest <= top && top <= highest, () => of(`page begins with ${top}, not ${lowest} to ${highest}`))
    must(entries.length === Math.min(PAGE, top), () => of(`page has ${entries.length} entries below ${top}`))
    entries.forEach((entry, index) => {
      const right = member.entries[top - index - 1]
      const isRight =
        right?._id === entry.id && right.change.points === entry.points && right.seq === entry.seq
      must(isRight, () => of(`entry ${entry.seq} is ${entry.id}, not ${right?._id}`))
    })
    const last = entries.at(-1)?.seq ?? 0
    must(nextCursor === (last > 1 ? last : null), () => of(`next page is ${nextCursor} after ${last}`))
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

export const points: Capability = {
  commands: [ledger],
  entries: {
    pointsReleased: (entry, member, shop) => {
      mustBeDue('release', entry, member, shop)
      const [first] = member.pending()
      must(first !== undefined, () => `${entry._id}: nothing is to come`)
      const [releaseDay, validUntil, coming] = first
      const debt = Math.min(coming, member.owed)
      return { pending: [[releaseDay, validUntil, -coming]], lots: [[validUntil, coming - debt]], debt }
    },
    pointsExpired: (entry, member, shop) => {
      const { _id, day, recordedAt } = entry
      mustBeDue('lapse', { ...entry, day: plusDays(day, 1) }, member, shop)
      must(day < dayAt(recordedAt), () => `${_id}: lapsed on ${dayAt(recordedAt)}, before its day was over`)
      return { lots: [[day, -(member.lots.get(day) ?? 0)]] }
    },
  },
}

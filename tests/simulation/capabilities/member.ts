import { must } from '../operation'
import { callOf, memberBefore, memberOf, type Capability } from './command'
import { mayBeShownAs } from './shownLevel'

const join = callOf({
  name: 'member.join',
  weight: 8,
  draw: (draw) => ({ openid: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({ consentVersion: '1' }),
  begins: (shop, { openid }, today) => {
    shop.attempted.joins.add(`${memberOf(openid)}:${today}`)
    return memberBefore(shop, openid)
  },
  answered: (shop, { openid }, { joinedDay, balances, tier }, { before, today, startedAt }) => {
    const id = memberOf(openid)
    const member = shop.member(id)
    must(shop.joinedDay(id) === joinedDay, () => `${id}: told of joining on ${joinedDay}, and did not`)
    // what has fallen due by today may be told before it is written down
    const due = shop.firstDue(member)
    const isLeft = !shop.isUnderAll(member, startedAt) || member.tiers.isLeftAlone
    const isAhead = isLeft || (due !== null && due.day <= today)
    must(
      isAhead || member.hadBetween(before.seq, member.seq, balances),
      () => `${id}: joined with ${JSON.stringify(balances)}`,
    )
    const isShown = (level: string): boolean =>
      member.hadLevel(before.seq, level) || mayBeShownAs(level, member.level, shop, startedAt)
    must(
      isAhead || !tier.isOn || isShown(tier.current.id),
      () => `${id}: joined at level ${JSON.stringify(tier)}`,
    )
    shop.answersAlike(`joining of ${id}`, joinedDay)
    shop.promise(`member:${id}`)
  },
})

export const member: Capability = {
  commands: [join],
  entries: {
    memberJoined: ({ _id, seq, basis }, { id }, shop) => {
      must(seq === 1 && _id === `member:${id}`, () => `${_id} is number ${seq}`)
      const isAsked =
        basis.of === 'joining' && basis.how === 'oneTap'
          ? [...shop.attempted.joins].some((join) => join.startsWith(`${id}:`))
          : [...shop.attempted.orders.values()].some((order) => order.member === id)
      must(isAsked, () => `${_id}: nobody asked for it`)
      return {}
    },
  },
}

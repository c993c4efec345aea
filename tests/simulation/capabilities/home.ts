import { dayBefore } from '../books/days'
import { must } from '../operation'
import { callOf, memberBefore, memberOf, type Capability } from './command'
import { mayBeShownAs } from './shownLevel'

const read = callOf({
  name: 'home.read',
  weight: 6,
  draw: (draw) => ({ openid: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid }, value, { before, startedAt }) => {
    const member = shop.member(memberOf(openid))
    const shown = value.state === 'member' ? value : value.known
    must(value.state === 'member' || !before.joined, () => `${member.id}: a member is shown as a guest`)
    must(shown !== null || before.seq === 0, () => `${member.id}: is not known`)
    if (!shown) return
    must(
      member.hadBetween(before.seq, member.seq, shown.balances),
      () => `${member.id}: home shows ${JSON.stringify(shown.balances)}, the books say ${member.inWords()}`,
    )
    if (before.seq !== member.seq) return
    const { tier } = shown
    const isShown = (level: string): boolean =>
      level === member.level || mayBeShownAs(level, member.level, shop, startedAt)
    const isLevel = !tier.isOn || !shop.isUnderAll(member, startedAt) || isShown(tier.current.id)
    must(isLevel, () => `${member.id}: home shows ${JSON.stringify(tier)}`)
    if (value.state !== 'member') return
    const { checkin, today } = value
    must(checkin.doneToday === member.stamped.has(today), () => `${member.id}: done is ${checkin.doneToday}`)
    const streak = member.streakTo(today) || member.streakTo(dayBefore(today))
    must(
      checkin.streak === streak,
      () => `${member.id}: home shows a streak of ${checkin.streak}, not ${streak}`,
    )
  },
})

export const home: Capability = { commands: [read] }

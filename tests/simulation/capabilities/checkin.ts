import type { Day } from '@shared/kernel/day'
import { dayBefore } from '../books/days'
import { earn } from '../books/earnings'
import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'

const REWARDS = [5, 5, 10, 5, 5, 10, 30]

const cause = (openid: string, day: Day): string => `checkin:${memberOf(openid)}:${day}`

const checkIn = callOf({
  name: 'checkin.checkIn',
  weight: 40,
  draw: (draw) => ({ openid: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  begins: (shop, { openid }, today) => {
    shop.attempted.stamps.add(cause(openid, today))
    return memberBefore(shop, openid)
  },
  answered: (shop, { openid }, value, { today }) => {
    const stamp = cause(openid, today)
    must(value.entryId === stamp, () => `${stamp}: told of ${value.entryId}`)
    shop.promise(stamp)
    shop.answersAlike(stamp, value)
    const entry = shop.member(memberOf(openid)).entries.find(({ _id }) => _id === stamp)
    const told = JSON.stringify([value.points, value.growth, value.after])
    const right = entry && JSON.stringify([entry.change.points, entry.change.growth, entry.after])
    must(told === right, () => `${stamp}: told of ${told}, the books say ${right}`)
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

const calendar = callOf({
  name: 'checkin.calendar',
  weight: 3,
  draw: (draw) => ({
    openid: draw.shopper(),
    ...(draw.random.chance(0.3) ? { month: draw.today.slice(0, 7) } : {}),
  }),
  openid: ({ openid }) => openid,
  sends: ({ month }) => (month ? { month } : {}),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid }, { days, month, earliestMonth, doneToday, streak, today }, moment) => {
    const member = shop.member(memberOf(openid))
    const of = (what: string) => `${member.id}: the calendar's ${what}`
    must(
      days.every((each) => member.stamped.has(each)),
      () => of(`days ${days.join()} are not stamped`),
    )
    if (member.seq !== moment.before.seq || month < earliestMonth) return
    const right = [...member.stamped].filter((day) => day.startsWith(month)).sort()
    must(days.join() === right.join(), () => of(`${month} shows ${days.join()}, not ${right.join()}`))
    must(doneToday === member.stamped.has(today), () => of(`today is done: ${doneToday}`))
    const current = member.streakTo(today) || member.streakTo(dayBefore(today))
    must(streak === current, () => of(`streak is ${streak}, not ${current}`))
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

export const checkin: Capability = {
  commands: [checkIn, calendar],
  entries: {
    checkin: (entry, member, shop, settings) => {
      const { _id, day, basis } = entry
      must(shop.attempted.stamps.has(_id) && _id.endsWith(day), () => `${_id}: nobody asked for it`)
      must(!member.stamped.has(day), () => `${_id}: a second stamp of the day`)
      shop.mustBeUpTo(day, member, entry)
      const streak = member.streakTo(dayBefore(day)) + 1
      must(basis.of === 'checkin' && basis.streak === streak, () => `${_id}: a streak of ${streak} was due`)
      const due = REWARDS[(streak - 1) % REWARDS.length] ?? 0
      const { lots, debt, points } = earn(member, 'checkin', due, day, settings)
      return { lots, debt, growth: [[day, 1, 1]], stamped: day, earned: { behaviour: 'checkin', points } }
    },
  },
}

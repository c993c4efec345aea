import { plusMonths } from '../books/days'
import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'

const setBirthday = callOf({
  name: 'member.setBirthday',
  weight: 2,
  draw: (draw) => {
    const { random, today } = draw
    const year = Number(today.slice(0, 4)) - 20
    const isSoon = random.chance(0.6)
    const days = ['02-29', '02-28', '03-01', '03-05', '12-31', '07-15']
    return {
      openid: draw.shopper(),
      birthday: random.chance(0.03)
        ? plusMonths(today, 1)
        : isSoon
          ? plusMonths(today, -12 * 20)
          : `${year - (year % 4)}-${random.pick(days)}`,
    }
  },
  openid: ({ openid }) => openid,
  sends: ({ birthday }) => ({ birthday }),
  begins: (shop, { openid, birthday }) => {
    shop.attempted.birthdays.add(`${memberOf(openid)} ${birthday}`)
    const account = shop.account(memberOf(openid))
    return { ...memberBefore(shop, openid), birthday: account?.birthday ?? null }
  },
  answered: (shop, { openid, birthday }, told, { before, today, alone }) => {
    must(told.day === birthday, () => `${openid}: ${birthday} was set, ${told.day} acknowledged`)
    const account = shop.account(memberOf(openid))
    must(!alone || account?.birthday?.day === birthday, () => `${openid}: the birthday is not kept`)
    const isOther = before.birthday !== null && before.birthday.day !== birthday
    const yearOver = before.birthday ? plusMonths(before.birthday.setOn, 12) : ''
    must(!alone || !isOther || today >= yearOver, () => `${openid}: a second birthday within a year`)
  },
  refused: (shop, { openid, birthday }, error, moment) => {
    if (isRightlyNoMember(error, moment)) return true
    if (error.code === 'BIRTHDAY_IMPOSSIBLE') return birthday > moment.today
    const known = shop.account(memberOf(openid))?.birthday ?? null
    if (known === null) return false
    if (error.code === 'BIRTHDAY_CHANGED_LATELY') return moment.today < plusMonths(known.setOn, 12)
    return error.code === 'BIRTHDAY_NEAR' && known.day !== birthday
  },
})

export const birthdays: Capability = { commands: [setBirthday] }

import { daysBetween, type Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { leftWords } from '../messages/leftWords'
import type { Message } from '../messages/message'
import type { Coupon } from './coupon'
import { daysWords, worthWords } from './words'

/** So many days before its last one a coupon that was not used is told of. */
export const REMIND_DAYS_BEFORE = 3

/** A coupon that the shop gave: one message for each coupon. */
export function givenMessage(coupon: Coupon, at: number, day: Day): Message | null {
  const { _id, member, cause, name, takesOff, validFrom, validUntilDay } = coupon
  if (cause.of !== 'given') return null
  const [worth, days] = [worthWords(takesOff), daysWords(validFrom, validUntilDay)]
  return {
    _id: `couponGiven:${_id}`,
    schemaVersion: 1,
    member,
    kind: 'couponGiven',
    at,
    day,
    title: { zh: `收到一张券：${name.zh}`, en: `You were given a coupon: ${name.en}` },
    text: {
      zh: `${worth.zh}，${days.zh}。${cause.reason}`,
      en: `${worth.en}, ${days.en}. ${cause.reason}`,
    },
    link: 'coupons',
  }
}

/** Coupons that lapse within the days of the reminder: one message for each member and day, however many they are. */
export function endingMessage(
  member: string,
  coupons: readonly Coupon[],
  at: number,
  day: Day,
): Message | null {
  const first = coupons.map(({ validUntilDay }) => validUntilDay).sort()[0]
  const [one] = coupons
  if (first === undefined || !one) return null
  const count = coupons.length
  const what: Words = count === 1 ? one.name : { zh: `${count} 张券`, en: `${count} coupons` }
  const left = leftWords(daysBetween(day, first))
  const until = dayWords(first)
  return {
    _id: `couponsEnding:${member}:${day}`,
    schemaVersion: 1,
    member,
    kind: 'couponsEnding',
    at,
    day,
    title:
      count === 1
        ? { zh: `${what.zh}${left.zh}到期`, en: `${what.en} lapses ${left.en}` }
        : { zh: `${what.zh}快要到期`, en: `${what.en} lapse soon` },
    text: {
      zh: `${count === 1 ? '' : '最早的一张'}可以用到 ${until.zh}当天，之后失效。`,
      en: `${count === 1 ? 'It is' : 'The first is'} good up to and including ${until.en}.`,
    },
    link: 'coupons',
  }
}

import { daysBetween, type Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { leftWords } from '../messages/leftWords'
import type { Message } from '../messages/message'

/**
 * The message that points will lapse: how many, until which day (included), and where to see them. One for each
 * member, last day and distance; the words count the days from `day`, since a reminder may be late.
 */
export function expiryReminder(
  memberId: string,
  validUntil: Day,
  daysBefore: number,
  points: number,
  at: number,
  day: Day,
): Message {
  const { zh, en } = pointWords(points)
  const until = dayWords(validUntil)
  const left = leftWords(daysBetween(day, validUntil))
  return {
    _id: `pointsExpiring:${memberId}:${validUntil}:${daysBefore}`,
    schemaVersion: 1,
    member: memberId,
    kind: 'pointsExpiring',
    at,
    day,
    title: { zh: `${zh}${left.zh}到期`, en: `${en} ${points === 1 ? 'lapses' : 'lapse'} ${left.en}` },
    text: {
      zh: `可以用到 ${until.zh}当天，之后失效。在积分页能看到每一批积分什么时候到期。`,
      en: `Good up to and including ${until.en}. The points page shows when each batch lapses.`,
    },
    link: 'points',
  }
}

function pointWords(points: number): Words {
  const number = String(points).replace(/\B(?=(\d{3})+$)/g, ',')
  return { zh: `${number} 积分`, en: `${number} ${points === 1 ? 'point' : 'points'}` }
}

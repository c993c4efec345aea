import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { countText, moneyText, pointsOf } from '../explain/texts'
import type { Message } from '../messages/message'
import type { Becomes, YearEndStep } from './yearEnd'

/** Word of what becomes of bonus at the end of a year, and from which day on. */
export function noticeMessage(
  member: string,
  { year, convertsOn, bonusFen, becomes }: Extract<YearEndStep, { of: 'notice' }>,
  day: Day,
  at: number,
): Message {
  const [bonus, into, on] = [moneyText(bonusFen), becomesWords(becomes), dayWords(convertsOn)]
  return {
    _id: `walletYearEnd:${member}:${year}`,
    schemaVersion: 1,
    member,
    kind: 'walletYearEnd',
    at,
    day,
    title: { zh: '储值赠金即将转换', en: 'Your stored-value bonus will be converted' },
    text: {
      zh: `按现在的余额，您的赠金 ${bonus} 将在 ${on.zh}转换为${into.zh}；在那之前可以照常使用。储值本金不受影响，一直有效。`,
      en: `As things stand, your bonus of ${bonus} becomes ${into.en} on ${on.en}. Until then you can use it as before. The money that you paid in stays as it is and never lapses.`,
    },
    link: 'wallet',
  }
}

/** What bonus becomes, as people say it. */
export function becomesWords(becomes: Becomes): Words {
  switch (becomes.of) {
    case 'points':
      return { zh: `${countText(becomes.points)} 积分`, en: pointsOf(becomes.points) }
    case 'coupon': {
      const worth = moneyText(becomes.amountFen)
      const { validDays } = becomes
      return {
        zh: `一张 ${worth} 的现金券（${validDays} 天内有效）`,
        en: `a coupon for ${worth} off, good for ${validDays} days`,
      }
    }
    case 'giftCard': {
      const worth = becomes.cardsFen.map(moneyText)
      return { zh: `礼品卡（${worth.join('、')}）`, en: `gift cards of ${worth.join(', ')}` }
    }
  }
}

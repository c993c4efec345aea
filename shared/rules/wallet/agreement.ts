import type { Words } from '@shared/kernel/words'
import { factorWords, moneyText } from '../explain/texts'
import type { SpendingOrder, WalletSettings, YearEndRule } from './settings'

/** Goes up when the sentences here say something else: whoever agreed, agreed to the words of then. */
const TEXT_VERSION = 1

/** The version of the agreement: of its sentences, and of the settings that they speak of. */
export const agreementVersion = ({ version }: Pick<WalletSettings, 'version'>): string =>
  `${TEXT_VERSION}.${version}`

const ORDER: Readonly<Record<SpendingOrder, Words>> = {
  proportional: {
    zh: '付款时，本金和赠金按余额的比例一起使用。',
    en: 'Paying uses principal and bonus together, in the proportion of the balance.',
  },
  principalFirst: {
    zh: '付款时先用本金，再用赠金。',
    en: 'Paying uses principal first, then bonus.',
  },
  bonusFirst: { zh: '付款时先用赠金，再用本金。', en: 'Paying uses bonus first, then principal.' },
}

/** What a member agrees to before they top up, sentence by sentence, as the settings have it. */
export function agreementOf({ prepaid, spendingOrder, yearEnd }: WalletSettings): readonly Words[] {
  const { mostFen, countsBonus, refundDays } = prepaid
  const most = moneyText(mostFen)
  return [
    {
      zh: '您支付的金额是本金，商家赠送的金额是赠金，分别记账。本金永不过期。',
      en: 'What you pay in is principal, what the shop gives on top is bonus; each is accounted for by itself. Principal never lapses.',
    },
    {
      zh: `付款后 ${refundDays} 天内，没有用掉的本金可以自行申请退还，按付款的方式退回；相应的赠金一并收回。之后要退还本金，请联系商家。`,
      en: `Within ${refundDays} days of paying you can have back the principal that is unused, the way you paid it; the bonus that belongs to it is taken back. After that, ask the shop.`,
    },
    {
      zh: '赠送的积分、成长值和优惠券不随退款收回。',
      en: 'Points, growth and coupons that came with a top-up stay with you after a refund.',
    },
    ORDER[spendingOrder],
    countsBonus
      ? {
          zh: `储值实名登记在您的名下，本金和赠金合计不超过 ${most}。`,
          en: `The value is registered to you; principal and bonus together are at most ${most}.`,
        }
      : {
          zh: `储值实名登记在您的名下，本金不超过 ${most}。`,
          en: `The value is registered to you; principal is at most ${most}.`,
        },
    yearEndWords(yearEnd),
  ]
}

/** What becomes of bonus at the end of a year. */
export function yearEndWords(rule: YearEndRule): Words {
  switch (rule.of) {
    case 'extends':
      return {
        zh: '赠金在年末自动延续，不会失效。',
        en: 'Bonus goes on over the end of the year and does not lapse.',
      }
    case 'points':
      return {
        zh: `未用的赠金在年末按每元 ${rule.pointsPerYuan} 积分转换为积分，提前 ${rule.noticeDays} 天通知。`,
        en: `Bonus that is left becomes points at the end of the year, ${rule.pointsPerYuan} for each yuan, with ${rule.noticeDays} days' notice.`,
      }
    case 'coupon': {
      const rate = factorWords(rule.rateBp)
      return {
        zh: `未用的赠金在年末按 ${rate.zh}金额转换为 ${rule.validDays} 天内有效的现金券，提前 ${rule.noticeDays} 天通知。`,
        en: `Bonus that is left becomes a coupon worth ${rate.en} of it at the end of the year, good for ${rule.validDays} days, with ${rule.noticeDays} days' notice.`,
      }
    }
    case 'giftCard': {
      const rate = factorWords(rule.rateBp)
      return {
        zh: `未用的赠金在年末按 ${rate.zh}金额转换为礼品卡，提前 ${rule.noticeDays} 天通知。`,
        en: `Bonus that is left becomes gift cards worth ${rate.en} of it at the end of the year, with ${rule.noticeDays} days' notice.`,
      }
    }
  }
}

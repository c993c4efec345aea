import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import type { EarnedPart } from '../earning/earnOrder'
import { perkDetails, perkWords } from '../benefits/words'
import type { Stacking } from '../earning/stack'
import type { Topic } from '../settings/settings'
import { yearEndWords } from '../wallet/agreement'
import type { ExplainRule } from './explanation'
import { modeWords } from './growthWords'
import { countText, factorWords, joined, pointsOf, validityOf } from './texts'

type BasisOf<Of extends Basis['of']> = Extract<Basis, { of: Of }>

/** The rules that made an entry, each with the version that held then. */
export function entryRules({ basis, rule, lots }: Entry): ExplainRule[] {
  if (!rule) return []
  const of = (topic: Topic, text: Words, version = rule.version): ExplainRule => ({ text, topic, version })
  switch (basis.of) {
    case 'checkin': {
      const [lot] = lots
      const good = lot ? [of('points', goodFor(lot.validUntil), basis.pointsVersion)] : []
      return [of('checkin', checkinText(basis)), ...good]
    }
    case 'order':
      return [
        of('earning', earningText(basis)),
        ...benefitMultipliers(basis).map(({ name, source }) =>
          of('benefits', benefitText(name), source.version),
        ),
        ...(basis.earned ? [of('campaigns', campaignsText(basis), basis.earned.campaignsVersion)] : []),
        of('points', goodFor(basis.validUntil), basis.pointsVersion),
      ]
    case 'refund':
      return [of('earning', REFUND_TEXT)]
    case 'pointsToCash':
      return [of('points', toCashText(basis))]
    case 'growthLapse':
    case 'growthRecount':
      return [of('growth', modeWords(basis.mode))]
    case 'tierJudged':
      return [of('tiers', TIER_TEXT)]
    case 'tierGiven':
    case 'tierTakenBack':
      return [of('tiers', GIVING_TEXT)]
    case 'upgradePoints':
      return [of('benefits', UPGRADE_TEXT), of('points', goodFor(basis.validUntil), basis.pointsVersion)]
    case 'grant':
      return [of('benefits', grantText(basis))]
    case 'topUp':
    case 'walletRefund':
    case 'walletRefundReturned':
    case 'bonusConverted':
      return walletRules(basis, of)
    case 'membershipPaid':
      return [of('tiers', MEMBERSHIP_TEXT)]
    case 'membershipRefunded':
      return [of('memberships', MEMBERSHIP_REFUND_TEXT)]
    case 'giftCardsBought':
    case 'giftCardClaimed':
    case 'giftCardReturned':
      return [of('giftCards', GIFT_CARD_TEXT[basis.of])]
    case 'joining':
    case 'refundByHand':
    case 'release':
    case 'expiry':
      return []
  }
}

type WalletBasis = BasisOf<'topUp' | 'walletRefund' | 'walletRefundReturned' | 'bonusConverted'>

function walletRules(
  basis: WalletBasis,
  of: (topic: Topic, text: Words, version?: number) => ExplainRule,
): ExplainRule[] {
  switch (basis.of) {
    case 'topUp': {
      const good = of('points', goodFor(basis.validUntil), basis.pointsVersion)
      return [of('wallet', TOP_UP_TEXT), ...(basis.points > 0 ? [good] : [])]
    }
    case 'walletRefund':
    case 'walletRefundReturned':
      return [of('wallet', WALLET_REFUND_TEXT)]
    case 'bonusConverted': {
      const words = of('wallet', yearEndWords(basis.rule))
      if (basis.becomes.of !== 'points') return [words]
      return [words, of('points', goodFor(basis.validUntil), basis.pointsVersion)]
    }
  }
}

const TIER_TEXT: Words = {
  zh: '等级按店铺规则评定：达到条件即升级，有效期满或退款后重新评定。',
  en: 'Tiers go by the rules of the shop: up as soon as a condition is met, judged again when the validity ends or after a refund.',
}

const GIVING_TEXT: Words = {
  zh: '商家给予的等级在最后一天以前一直有效，不按规则升降；之后恢复为按规则评定的等级。',
  en: 'A level that the store gives holds through its last day, whatever the rules say; after that it is the one by the rules again.',
}

const UPGRADE_TEXT: Words = {
  zh: '升级赠送的积分，每个等级每位会员只赠送一次。',
  en: 'Points on upgrade are given once for each tier and member.',
}

const TOP_UP_TEXT: Words = {
  zh: '支付的金额计入本金，赠送的金额计入赠金，按付款前同意的方案入账。',
  en: 'What is paid is principal and what is given on top is bonus, by the terms agreed to before paying.',
}

const GIFT_CARD_TEXT = {
  giftCardsBought: {
    zh: '买卡的钱先由店铺代管，领取后进入对方的余额。赠金不能用来买卡。',
    en: 'What is paid for a card is kept by the store until it is claimed. Bonus pays for none.',
  },
  giftCardClaimed: {
    zh: '卡的面额计入本金，店铺加赠的金额计入赠金。一张卡只能领取一次。',
    en: 'What was paid for the card is principal, what the store put on top is bonus. A card is claimed once.',
  },
  giftCardReturned: {
    zh: '没有被领取的卡按付款的方式退回；过期的，或微信已不能退回的，作为本金退到余额。加赠的金额不再发放。',
    en: 'A card that nobody claimed goes back the way it was paid; one whose days are over, or that WeChat cannot give back any more, comes as principal. What was put on top is given no more.',
  },
} as const satisfies Record<string, Words>

const WALLET_REFUND_TEXT: Words = {
  zh: '退款只退本金，按付款的方式退回；同一笔储值余下的赠金按相同比例收回，四舍五入到分。',
  en: 'A refund pays out principal, the way it was paid; the same share of the bonus left of that top-up is taken back, rounded half up to the fen.',
}

const MEMBERSHIP_TEXT: Words = {
  zh: '付费等级按付款前看到的价格和天数生效；续费加在到期日之后，到期后恢复为自己获得的等级。',
  en: 'A paid level holds for the price and days seen before paying; renewing adds to its end, and after it the level earned holds again.',
}

const MEMBERSHIP_REFUND_TEXT: Words = {
  zh: '退款是付款减去已用的部分：按天折算与权益已节省的金额，取较大的一个，四舍五入到分。',
  en: 'A refund is what was paid less what was used: the greater of the days by proportion and of what the benefits saved, rounded half up to the fen.',
}

function grantText({ perk, name }: BasisOf<'grant'>): Words {
  const details = [perkWords(perk) ?? name, ...perkDetails(perk)]
  return {
    zh: `${details.map(({ zh }) => zh).join('，')}。`,
    en: `${details.map(({ en }) => en).join(', ')}.`,
  }
}

function checkinText({ cycleDays }: BasisOf<'checkin'>): Words {
  return {
    zh: `每个营业日签到一次，${cycleDays} 天为一个周期；漏签则重新开始。`,
    en: `Once each business day, in a cycle of ${cycleDays} days; a missed day starts it again.`,
  }
}

function earningText({ pointsPerYuan, growthPerYuan, earned }: BasisOf<'order'>): Words {
  const base: Words = {
    zh: `每实付 1 元得 ${pointsPerYuan} 积分、${growthPerYuan} 成长值，运费不计；整单最后不足 1 的部分舍去。`,
    en: `Each yuan paid in the end earns ${pointsOf(pointsPerYuan)} and ${growthPerYuan} growth, freight left out; the order is rounded down once.`,
  }
  if (!earned) return base
  const { stacking, capBp, dailyCap } = earned
  const sentences = [base, STACKING_TEXT[stacking]]
  if (capBp !== null)
    sentences.push({
      zh: `倍数最高 ${factorWords(capBp).zh}。`,
      en: `No more than ${factorWords(capBp).en} in all.`,
    })
  if (dailyCap !== null)
    sentences.push({
      zh: `消费积分每天最多 ${countText(dailyCap)}。`,
      en: `Purchases earn no more than ${pointsOf(dailyCap)} a day.`,
    })
  return joined(sentences)
}

const STACKING_TEXT: Readonly<Record<Stacking, Words>> = {
  best: { zh: '多个倍数同时成立时，只取最高的一个。', en: 'Of several multipliers only the highest counts.' },
  sumOfExtras: {
    zh: '多个倍数同时成立时，把超出 1 倍的部分相加。',
    en: 'Of several multipliers the extras are added.',
  },
  product: { zh: '多个倍数同时成立时相乘。', en: 'Several multipliers are multiplied.' },
}

type Held = EarnedPart['multipliers'][number]

function heldOf({ earned }: BasisOf<'order'>, topic: Held['source']['topic']): readonly Held[] {
  const held = (earned?.parts ?? []).flatMap(({ multipliers }) => multipliers)
  return held.filter(({ source }) => source.topic === topic)
}

/** A level's multipliers hold for all goods, so each part has the same. */
function benefitMultipliers(basis: BasisOf<'order'>): readonly Held[] {
  return [...new Map(heldOf(basis, 'benefits').map((each) => [each.id, each])).values()]
}

function benefitText({ zh, en }: Words): Words {
  return {
    zh: `下单时的等级有积分倍数权益「${zh}」。`,
    en: `The tier held at the time of the order multiplies points: "${en}".`,
  }
}

function campaignsText(basis: BasisOf<'order'>): Words {
  const names = heldOf(basis, 'campaigns').map(({ name }) => name)
  const distinct = [...new Map(names.map((name) => [name.zh, name])).values()]
  if (distinct.length === 0)
    return { zh: '当时没有适用于这笔订单的活动。', en: 'No campaign held for this order then.' }
  return {
    zh: `当时适用的活动：${distinct.map(({ zh }) => zh).join('、')}。`,
    en: `Campaigns that held for it: ${distinct.map(({ en }) => en).join(', ')}.`,
  }
}

function goodFor(validUntil: string | null): Words {
  const good = validityOf(validUntil)
  return { zh: `这笔积分${good.zh}。`, en: `What this earned is ${good.en}.`.replace('is never', 'never') }
}

const REFUND_TEXT: Words = {
  zh: '按下单当日的规则：按退款金额占实付的份额，收回订单当时获得的积分和成长值，最后一笔退款收回余下的部分。先从这笔订单的积分收回，再从其他积分收回；不够的记为欠款，由以后获得的积分先还。',
  en: "By the rules of the order's day: a refund takes back its share of what the order earned, and the last one takes the rest. The order's own points go first, then others; what is missing is owed, and repaid first by the next points earned.",
}

function toCashText({ pointsPerYuan, refundId, cancelled }: BasisOf<'pointsToCash'>): Words {
  if (cancelled)
    return {
      zh: '订单没有付款就取消了，用掉的积分退到原来的批次；原批次已到期的，另给宽限天数。',
      en: 'The order was cancelled before it was paid: the points go back to where they came from; those that lapsed meanwhile get some days of grace.',
    }
  if (refundId !== undefined)
    return {
      zh: '按退款金额占实付的份额退回用掉的积分，退到原来的批次；原批次已到期的，另给宽限天数。',
      en: 'A refund gives back its share of the points used, to where they came from; those that lapsed meanwhile get some days of grace.',
    }
  return {
    zh: `每 ${pointsPerYuan} 积分抵 1 元，先到期的先用。`,
    en: `${pointsOf(pointsPerYuan)} take ¥1 off; points that lapse first are used first.`,
  }
}

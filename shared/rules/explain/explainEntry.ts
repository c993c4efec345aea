import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import type { TierProgram } from '../tiers/program'
import { entryRules } from './entryRules'
import { checkinLines } from './explainCheckin'
import { cardsBoughtLines, cardClaimedLines, cardReturnedLines } from './explainGiftCards'
import { growthMoveLines } from './explainGrowthMoves'
import { grantLines } from './explainGrant'
import { expiryLines, joiningLines, releaseLines, toCashLines, upgradeLines } from './explainPointsMoves'
import { membershipPaidLines, membershipRefundedLines } from './explainMembership'
import { byHandLines, refundLines } from './explainRefund'
import { saleLines } from './explainSale'
import { convertedLines, refundReturnedLines, topUpLines, walletRefundLines } from './explainWallet'
import { givingLines, tierLines } from './explainTierMoves'
import type { ExplainLine, Explanation } from './explanation'

/** Opens one entry: what the rule had before it, what came out, the balances before and after, and the rules. */
export function explainEntry(entry: Entry, tiers: TierProgram): Explanation {
  return {
    title: entry.reason,
    lines: [...basisLines(entry, tiers), ...tierLines(entry, tiers)],
    rules: entryRules(entry),
    source: {
      label: sourceLabel(entry.basis),
      at: entry.at,
      day: entry.day,
      orderId: 'orderId' in entry.basis ? entry.basis.orderId : null,
    },
  }
}

function basisLines(entry: Entry, tiers: TierProgram): ExplainLine[] {
  const { basis } = entry
  switch (basis.of) {
    case 'joining':
      return joiningLines(entry)
    case 'checkin':
      return checkinLines(entry, basis)
    case 'order':
      return saleLines(entry, basis)
    case 'refund':
      return refundLines(entry, basis)
    case 'refundByHand':
      return byHandLines(basis)
    case 'pointsToCash':
      return toCashLines(entry, basis)
    case 'release':
      return releaseLines(entry, basis)
    case 'expiry':
      return expiryLines(entry, basis)
    case 'growthLapse':
    case 'growthRecount':
      return growthMoveLines(entry)
    case 'tierJudged':
      return []
    case 'tierGiven':
    case 'tierTakenBack':
      return givingLines(entry, basis, tiers)
    case 'upgradePoints':
      return upgradeLines(entry, basis, tiers)
    case 'grant':
      return grantLines(basis)
    case 'topUp':
      return topUpLines(entry, basis)
    case 'walletRefund':
      return walletRefundLines(entry, basis)
    case 'walletRefundReturned':
      return refundReturnedLines(entry, basis)
    case 'bonusConverted':
      return convertedLines(entry, basis)
    case 'membershipPaid':
      return membershipPaidLines(entry, basis, tiers)
    case 'membershipRefunded':
      return membershipRefundedLines(entry, basis, tiers)
    case 'giftCardsBought':
      return cardsBoughtLines(entry, basis)
    case 'giftCardClaimed':
      return cardClaimedLines(entry, basis)
    case 'giftCardReturned':
      return cardReturnedLines(entry, basis)
  }
}

function sourceLabel(basis: Basis): Words {
  switch (basis.of) {
    case 'joining':
      return basis.how === 'oneTap'
        ? { zh: '一键入会', en: 'Joined with one tap' }
        : { zh: '历史订单导入', en: 'Import of past orders' }
    case 'checkin':
      return { zh: '每日签到', en: 'Daily check-in' }
    case 'order':
    case 'refund':
    case 'pointsToCash':
      return { zh: `订单 ${basis.orderId}`, en: `Order ${basis.orderId}` }
    case 'refundByHand':
      return { zh: `微信退款 ${basis.outRefundNo}`, en: `WeChat refund ${basis.outRefundNo}` }
    case 'release':
      return { zh: '待入账积分', en: 'Pending points' }
    case 'growthLapse':
    case 'growthRecount':
      return { zh: '成长值规则', en: 'Rules of growth' }
    case 'expiry':
      return { zh: '积分有效期', en: 'Validity of points' }
    case 'tierGiven':
    case 'tierTakenBack':
      return { zh: '商家给予等级', en: 'A level given by the store' }
    case 'tierJudged':
      return { zh: '等级规则', en: 'Rules of tiers' }
    case 'upgradePoints':
    case 'grant':
      return { zh: '等级权益', en: 'Benefits of a tier' }
    case 'topUp':
      return { zh: '储值', en: 'Top-up' }
    case 'walletRefund':
    case 'walletRefundReturned':
      return { zh: '储值退款', en: 'Refund of stored value' }
    case 'giftCardsBought':
    case 'giftCardClaimed':
    case 'giftCardReturned':
      return { zh: '礼品卡', en: 'Gift card' }
    case 'bonusConverted':
      return { zh: `${basis.year} 年末`, en: `End of ${basis.year}` }
    case 'membershipPaid':
      return { zh: '付费会员', en: 'Paid membership' }
    case 'membershipRefunded':
      return { zh: '付费会员退款', en: 'Refund of a paid membership' }
  }
}

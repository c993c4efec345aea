import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import { rankOf, tierFace } from '../tiers/face'
import type { TierProgram } from '../tiers/program'
import type { TierMove } from '../tiers/tierMove'
import { entryRules } from './entryRules'
import { checkinLines } from './explainCheckin'
import { growthMoveLines } from './explainGrowthMoves'
import { expiryLines, joiningLines, releaseLines, toCashLines, upgradeLines } from './explainPointsMoves'
import { refundLines } from './explainRefund'
import { saleLines } from './explainSale'
import { note, type ExplainLine, type Explanation } from './explanation'

/** Opens one entry: what the rule had before it, what came out, the balances before and after, and the rules. */
export function explainEntry(entry: Entry, tiers: TierProgram): Explanation {
  return {
    title: entry.reason,
    lines: [...basisLines(entry), ...tierLines(entry, tiers)],
    rules: entryRules(entry),
    source: {
      label: sourceLabel(entry.basis),
      at: entry.at,
      day: entry.day,
      orderId: 'orderId' in entry.basis ? entry.basis.orderId : null,
    },
  }
}

function basisLines(entry: Entry): ExplainLine[] {
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
    case 'upgradePoints':
      return upgradeLines(entry, basis)
  }
}

function tierLines({ tier }: Entry, tiers: TierProgram): ExplainLine[] {
  if (!tier) return []
  const to = tierFace(tiers, rankOf(tiers, tier.to)).name
  return [note(moveWords(tier, to))]
}

function moveWords({ kind, reason }: TierMove, to: Words): Words {
  switch (kind) {
    case 'first':
      return { zh: `成为${to.zh}。`, en: `Now ${to.en}.` }
    case 'up':
      return { zh: `${reason.zh}，升级为${to.zh}。`, en: `Now ${to.en}: ${reason.en}.` }
    case 'keep':
      return { zh: `${reason.zh}，保持${to.zh}。`, en: `Still ${to.en}: ${reason.en}.` }
    case 'down':
    case 'reassign':
      return { zh: `${reason.zh}，变为${to.zh}。`, en: `Now ${to.en}: ${reason.en}.` }
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
    case 'release':
      return { zh: '待入账积分', en: 'Pending points' }
    case 'growthLapse':
    case 'growthRecount':
      return { zh: '成长值规则', en: 'Rules of growth' }
    case 'expiry':
      return { zh: '积分有效期', en: 'Validity of points' }
    case 'tierJudged':
      return { zh: '等级规则', en: 'Rules of tiers' }
    case 'upgradePoints':
      return { zh: '等级权益', en: 'Benefits of a tier' }
  }
}

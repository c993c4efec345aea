import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import { tierFace } from '../tiers/progress'
import { rankOf } from '../tiers/evaluate'
import type { TierSettings } from '../tiers/settings'
import { note, part, sum, type ExplainLine, type Explanation } from './explanation'

/** Opens one entry: what the rule had before it, what came out, and the balances after. */
export function explainEntry(entry: Entry, tiers: TierSettings): Explanation {
  return {
    title: entry.reason,
    lines: [...basisLines(entry), ...tierLines(entry, tiers), ...afterLines(entry)],
    rule: ruleOf(entry),
    source: { label: sourceLabel(entry.basis), at: entry.at, day: entry.day },
  }
}

function basisLines(entry: Entry): ExplainLine[] {
  const { basis } = entry
  switch (basis.of) {
    case 'joining':
      return [
        note({ zh: '从这一天起，积分与成长值开始累计。', en: 'Points and growth count from this day on.' }),
      ]
    case 'checkin':
      return [
        part({ zh: '连续签到', en: 'Days in a row' }, basis.streak, 'days'),
        part(
          { zh: `周期第 ${basis.cycleDay} 天奖励`, en: `Reward of day ${basis.cycleDay}` },
          entry.change.points,
          'points',
        ),
        part({ zh: '成长值奖励', en: 'Growth' }, entry.change.growth, 'growth'),
        ...validityLines(entry),
      ]
    case 'order':
      return [
        part({ zh: '实付金额', en: 'Paid in the end' }, basis.amountFen, 'fen'),
        part({ zh: '商品件数', en: 'Items' }, basis.quantity, 'times'),
        part({ zh: '获得积分', en: 'Points earned' }, entry.change.points, 'points'),
        part({ zh: '获得成长值', en: 'Growth earned' }, entry.change.growth, 'growth'),
        ...validityLines(entry),
      ]
    case 'refund':
      return [
        part({ zh: '退款金额', en: 'Refunded' }, basis.amountFen + basis.freightFen, 'fen'),
        part({ zh: '订单实付', en: 'Paid for the order' }, basis.paidFen, 'fen'),
        part({ zh: '订单获得积分', en: 'Points the order earned' }, basis.earnedPoints, 'points'),
        part({ zh: '收回积分', en: 'Points taken back' }, basis.takenBackPoints, 'points'),
        part({ zh: '收回成长值', en: 'Growth taken back' }, basis.takenBackGrowth, 'growth'),
      ]
    case 'pointsToCash':
      return [
        part({ zh: '积分', en: 'Points' }, basis.points, 'points'),
        part({ zh: '抵扣金额', en: 'Worth' }, basis.amountFen, 'fen'),
      ]
    case 'release':
      return [
        part({ zh: '到账积分', en: 'Points that came in' }, entry.change.points, 'points'),
        ...validityLines(entry),
      ]
    case 'growthLapse':
    case 'growthRecount':
      return [part({ zh: '成长值变化', en: 'Change of growth' }, entry.change.growth, 'growth')]
    case 'expiry':
      return [
        part(
          {
            zh: `有效期至 ${dayWords(basis.validUntil).zh} 的积分`,
            en: `Points good until ${dayWords(basis.validUntil).en}`,
          },
          -entry.change.points,
          'points',
        ),
        note({ zh: '这批积分在当日结束时到期。', en: 'They lapsed at the end of that day.' }),
      ]
  }
}

function validityLines(entry: Entry): ExplainLine[] {
  return entry.lots.map((lot) =>
    note(
      lot.validUntil
        ? {
            zh: `这批积分有效期至 ${dayWords(lot.validUntil).zh}。`,
            en: `These points are good until ${dayWords(lot.validUntil).en}.`,
          }
        : { zh: '这批积分长期有效。', en: 'These points never lapse.' },
    ),
  )
}

function tierLines(entry: Entry, tiers: TierSettings): ExplainLine[] {
  if (!entry.tier || entry.tier.from === null) return []
  const to = tierFace(tiers, rankOf(tiers, entry.tier.to)).name
  return [
    note({
      zh: `${entry.tier.reason.zh}，升级为${to.zh}。`,
      en: `Now ${to.en}: ${entry.tier.reason.en}.`,
    }),
  ]
}

function afterLines(entry: Entry): ExplainLine[] {
  return [
    sum({ zh: '之后的积分余额', en: 'Points after this' }, entry.after.points, 'points'),
    sum({ zh: '之后的成长值', en: 'Growth after this' }, entry.after.growth, 'growth'),
  ]
}

function ruleOf(entry: Entry): Explanation['rule'] {
  if (!entry.rule) return null
  return { text: ruleText(entry.basis), ...entry.rule }
}

function ruleText(basis: Basis): Words {
  switch (basis.of) {
    case 'checkin':
      return {
        zh: `每个营业日签到一次，${basis.cycleDays} 天为一个周期；漏签则重新开始。`,
        en: `Once each business day, in a cycle of ${basis.cycleDays} days; a missed day starts it again.`,
      }
    case 'order':
      return {
        zh: `每实付 1 元得 ${basis.pointsPerYuan} 积分、${basis.growthPerYuan} 成长值，不足 1 元的部分不计。`,
        en: `Each yuan paid in the end earns ${basis.pointsPerYuan} point(s) and ${basis.growthPerYuan} growth; parts of a yuan do not count.`,
      }
    case 'refund':
      return {
        zh: '按退款金额的比例收回该订单当时获得的积分和成长值，最后一笔退款收回余下的部分。',
        en: 'A refund takes back its share of what the order earned then; the last refund takes the rest.',
      }
    case 'pointsToCash':
      return {
        zh: `每 ${basis.pointsPerYuan} 积分抵 1 元，先到期的先用。`,
        en: `${basis.pointsPerYuan} points take ¥1 off; points that lapse first are used first.`,
      }
    case 'growthLapse':
    case 'growthRecount':
    case 'release':
    case 'joining':
    case 'expiry':
      return { zh: '', en: '' }
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
      return { zh: `订单 ${basis.orderId}`, en: `Order ${basis.orderId}` }
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
  }
}

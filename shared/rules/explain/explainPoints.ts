import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { PointsSettings } from '../points/settings'
import type { Settings } from '../settings/settings'
import { boundedParts } from './bounded'
import { note, part, sum, type ExplainLine, type Explanation, type ExplainRule } from './explanation'
import { joined, moneyText, pointsOf } from './texts'

const LOTS_SHOWN = 12

/** Opens the points that can be used into the lots that they are made of; and what is to come and what is owed. */
export function explainPoints(account: Account, settings: Settings): Explanation {
  return {
    title: { zh: '可用积分', en: 'Points' },
    lines: [...lotLines(account), ...pendingLines(account), ...totalLines(account), USED_FIRST],
    rules: [pointsRule(settings.points)],
    source: null,
  }
}

/** Opens the points that are still to come. */
export function explainPending(account: Account, settings: Settings): Explanation {
  const { releaseDays, version } = settings.earning
  const lines = pendingLines(account)
  return {
    title: { zh: '待入账积分', en: 'Pending points' },
    lines: lines.length > 0 ? lines : [note({ zh: '没有待入账的积分。', en: 'No points are pending.' })],
    rules: [
      {
        text:
          releaseDays > 0
            ? {
                zh: `消费获得的积分，${releaseDays} 天后到账可用；有欠款的先还欠款。`,
                en: `Points from purchases can be used ${releaseDays} days later; points owed are repaid first.`,
              }
            : {
                zh: '现在消费获得的积分当时到账。',
                en: 'Points from purchases can be used at once now.',
              },
        topic: 'earning',
        version,
      },
    ],
    source: null,
  }
}

const USED_FIRST = note({ zh: '使用积分时，先到期的先用。', en: 'Points that lapse first are used first.' })

function lotLines({ lots, balances }: Account): ExplainLine[] {
  if (lots.length === 0) return [note({ zh: '现在没有可用的积分。', en: 'There are no points to use now.' })]
  const items = lots.map(({ validUntil, points }) => ({ label: lotLabel(validUntil), amount: points }))
  return [
    ...boundedParts(items, LOTS_SHOWN, 'points', (count) => ({
      zh: `更晚到期的 ${count} 批`,
      en: `${count} lots that lapse later`,
    })),
    sum({ zh: '可用积分', en: 'Points to use' }, balances.points, 'points'),
  ]
}

function lotLabel(validUntil: string | null): Words {
  if (validUntil === null) return { zh: '长期有效', en: 'Never lapse' }
  const day = dayWords(validUntil)
  return { zh: `有效期至 ${day.zh}`, en: `Good until ${day.en}` }
}

function pendingLines({ pending, balances }: Account): ExplainLine[] {
  if (pending.length === 0) return []
  const items = pending.map(({ releaseDay, points }) => {
    const day = dayWords(releaseDay)
    return { label: { zh: `${day.zh}到账`, en: `Due on ${day.en}` }, amount: points }
  })
  return [
    ...boundedParts(items, LOTS_SHOWN, 'points', (count) => ({
      zh: `更晚到账的 ${count} 批`,
      en: `${count} lots due later`,
    })),
    sum({ zh: '待入账积分', en: 'Pending points' }, balances.pendingPoints, 'points'),
  ]
}

/** Only where there is more than what can be used. */
function totalLines({ balances }: Account): ExplainLine[] {
  const { points, pendingPoints, pointsDebt } = balances
  if (pendingPoints === 0 && pointsDebt === 0) return []
  return [
    part({ zh: '可用', en: 'To use' }, points, 'points'),
    ...(pendingPoints > 0 ? [part({ zh: '待入账', en: 'Pending' }, pendingPoints, 'points')] : []),
    ...(pointsDebt < 0 ? [part({ zh: '欠款', en: 'Owed' }, pointsDebt, 'points')] : []),
    sum({ zh: '全部合计', en: 'All together' }, points + pendingPoints + pointsDebt, 'points'),
  ]
}

/** How long points are good for, and what they are worth. */
function pointsRule({ validity, toCash, version }: PointsSettings): ExplainRule {
  return {
    text: joined([validityText(validity), worthText(toCash)]),
    topic: 'points',
    version,
  }
}

function validityText(validity: PointsSettings['validity']): Words {
  switch (validity.kind) {
    case 'never':
      return { zh: '积分长期有效。', en: 'Points never lapse.' }
    case 'days':
      return {
        zh: `积分自获得起 ${validity.validDays} 天内有效。`,
        en: `Points are good for ${validity.validDays} days.`,
      }
    case 'months':
      return validity.toMonthEnd
        ? {
            zh: `积分自获得起 ${validity.validMonths} 个月内有效，到当月月底。`,
            en: `Points are good for ${validity.validMonths} months, to the end of that month.`,
          }
        : {
            zh: `积分自获得起 ${validity.validMonths} 个月内有效。`,
            en: `Points are good for ${validity.validMonths} months.`,
          }
    case 'endOfNextYear':
      return {
        zh: '积分有效至获得的次年年底。',
        en: 'Points are good until the end of the year after they were earned.',
      }
  }
}

function worthText({ pointsPerYuan, cap }: PointsSettings['toCash']): Words {
  const zh =
    cap.kind === 'amount' ? `每单最多抵 ${moneyText(cap.fen)}` : `每单最多抵应付的 ${cap.shareBp / 100}%`
  const en =
    cap.kind === 'amount'
      ? `at most ${moneyText(cap.fen)} an order`
      : `at most ${cap.shareBp / 100}% of what is to pay`
  return {
    zh: `每 ${pointsPerYuan} 积分可抵 1 元，${zh}。`,
    en: `${pointsOf(pointsPerYuan)} take ¥1 off, ${en}.`,
  }
}

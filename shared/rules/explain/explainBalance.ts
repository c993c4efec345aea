import { dayWords } from '@shared/kernel/dayWords'
import type { Account } from '../account/account'
import { holds, leaves } from '../tiers/evaluate'
import { tierProgress } from '../tiers/progress'
import type { Settings } from '../settings/settings'
import { note, part, sum, type ExplainLine, type Explanation } from './explanation'

/** Opens the points balance into the lots that it is made of. */
export function explainPoints(account: Account): Explanation {
  return {
    title: { zh: '我的积分', en: 'My points' },
    lines: [
      ...account.lots.map((lot) =>
        part(
          lot.validUntil
            ? {
                zh: `有效期至 ${dayWords(lot.validUntil).zh}`,
                en: `Good until ${dayWords(lot.validUntil).en}`,
              }
            : { zh: '长期有效', en: 'Never lapse' },
          lot.points,
          'points',
        ),
      ),
      sum({ zh: '合计', en: 'In all' }, account.balances.points, 'points'),
      note({ zh: '使用积分时，先到期的先用。', en: 'Points that lapse first are used first.' }),
    ],
    rule: null,
    source: null,
  }
}

/** Opens growth: what it is made of and what it is for. */
export function explainGrowth(account: Account, settings: Settings): Explanation {
  return {
    title: { zh: '我的成长值', en: 'My growth' },
    lines: [
      sum({ zh: '累计成长值', en: 'Growth in all' }, account.balances.growth, 'growth'),
      note({
        zh: '成长值只累计、不消耗，决定会员等级。每一笔都在明细里。',
        en: 'Growth is never spent; it decides your tier. Every entry is in the ledger.',
      }),
    ],
    rule: {
      text: {
        zh: `每实付 1 元得 ${settings.earning.growthPerYuan} 成长值；每日签到另得成长值。`,
        en: `Each yuan paid earns ${settings.earning.growthPerYuan} growth; daily check-ins add to it.`,
      },
      topic: 'earning',
      version: settings.earning.version,
    },
    source: null,
  }
}

/** Opens the tier: what keeps it standing, and each way to the next. */
export function explainTier(account: Account, settings: Settings): Explanation {
  const progress = tierProgress(account, settings.tiers)
  const present = settings.tiers.levels[progress.current.rank]
  const met = present?.condition ? leaves(present.condition).filter((leaf) => holds(leaf, account)) : []
  const lines: ExplainLine[] = [
    note({
      zh: `自 ${dayWords(progress.since).zh} 起为${progress.current.name.zh}。`,
      en: `${progress.current.name.en} since ${dayWords(progress.since).en}.`,
    }),
    ...met.map((leaf) =>
      leaf.measure === 'growth'
        ? part({ zh: '已达到的成长值门槛', en: 'Growth that was needed' }, leaf.atLeast, 'growth')
        : part({ zh: '已达到的消费门槛', en: 'Spend that was needed' }, leaf.atLeast, 'fen'),
    ),
    ...progress.ways.map((way) =>
      way.measure === 'growth'
        ? sum(
            { zh: `距${progress.next?.name.zh}还差成长值`, en: `Growth to ${progress.next?.name.en}` },
            way.missing,
            'growth',
          )
        : sum(
            { zh: `或距${progress.next?.name.zh}还差消费`, en: `Or spend to ${progress.next?.name.en}` },
            way.missing,
            'fen',
          ),
    ),
  ]
  return {
    title: progress.current.name,
    lines,
    rule: {
      text: {
        zh: '成长值或累计消费任一达标即升级。',
        en: 'Either growth or total spend is enough to move up.',
      },
      topic: 'tiers',
      version: settings.tiers.version,
    },
    source: null,
  }
}

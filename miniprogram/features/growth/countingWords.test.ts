import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { countingWords, type GrowthCounting } from './countingWords'

const CASES: readonly (readonly [GrowthCounting, string, string])[] = [
  [{ kind: 'allTime' }, '一直累计，不设期限。', 'All of it counts, without a time limit.'],
  [
    { kind: 'rolling', windowDays: 365, since: '2025-03-11' },
    '只计最近 365 天的，也就是2025年3月11日以来获得的。',
    'Only the last 365 days count: what was gained since 11 Mar 2025.',
  ],
  [
    { kind: 'reset', everyMonths: 12, since: '2026-01-01', until: '2026-12-31' },
    '每 12 个月重新统计一次。这一期从2026年1月1日到2026年12月31日。',
    'It starts over every 12 months. This time runs from 1 Jan 2026 to 31 Dec 2026.',
  ],
  [
    { kind: 'reset', everyMonths: 1, since: null, until: '2026-06-30' },
    '到2026年6月30日为止全部计入，之后每 1 个月重新统计一次。',
    'All of it counts until 30 Jun 2026. After that it starts over every 1 month.',
  ],
]

it.each(CASES)('says how growth is counted: %j', (counting, inChinese, inEnglish) => {
  expect(countingWords(counting, zh, 'zh')).toBe(inChinese)
  expect(countingWords(counting, en, 'en')).toBe(inEnglish)
})

import { dayWords } from '@shared/kernel/dayWords'
import { groupBy } from '@shared/kernel/groupBy'
import type { Words } from '@shared/kernel/words'
import { LONG_AGO, type GrowthDay } from '../growth/days'
import type { GrowthMode } from '../growth/window'
import { boundedParts } from './bounded'
import type { ExplainLine } from './explanation'

/** Which growth counts, in words. */
export function modeWords(mode: GrowthMode): Words {
  switch (mode.kind) {
    case 'allTime':
      return { zh: '获得的成长值一直计入。', en: 'All growth counts, whenever it was gained.' }
    case 'rolling':
      return {
        zh: `只计入最近 ${mode.windowDays} 天（含当天）获得的成长值。`,
        en: `Growth of the last ${mode.windowDays} days counts, the day itself included.`,
      }
    case 'reset':
      return {
        zh: `自 ${dayWords(mode.from).zh}起，每 ${mode.everyMonths} 个月重新累计。`,
        en: `It starts over on ${dayWords(mode.from).en} and every ${mode.everyMonths} months after.`,
      }
  }
}

const MONTHS_SHOWN = 12

/** Growth by the month it was gained in, newest first; what is older than a year of months in one line. */
export function monthParts(days: readonly GrowthDay[], amountOf: (day: GrowthDay) => number): ExplainLine[] {
  const months = [...groupBy(days, ({ day }) => day.slice(0, 7))]
    .map(([month, held]) => ({ month, amount: held.reduce((all, each) => all + amountOf(each), 0) }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.month < b.month ? 1 : -1))
    .map(({ month, amount }) => ({ label: gainedIn(month), amount }))
  return boundedParts(months, MONTHS_SHOWN, 'growth', () => ({
    zh: '更早获得的',
    en: 'Gained before that',
  }))
}

function gainedIn(month: string): Words {
  if (LONG_AGO.startsWith(month)) return { zh: '两年以前获得的', en: 'Gained more than two years ago' }
  const [year = '', number = ''] = month.split('-')
  const en = dayWords(`${month}-01`).en.split(' ').slice(1).join(' ')
  return { zh: `${year}年${Number(number)}月获得的`, en: `Gained in ${en}` }
}

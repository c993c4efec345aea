import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { GrowthDay } from '../growth/days'
import { growthLeaving } from '../growth/lapse'
import { countsFrom, type GrowthMode } from '../growth/window'
import type { Settings } from '../settings/settings'
import { isOn } from '../tiers/program'
import { fact, note, sum, type ExplainLine, type Explanation } from './explanation'
import { modeWords, monthParts } from './growthWords'

/** Opens growth: since when it counts, by the month it was gained in, what leaves next, and what it is for. */
export function explainGrowth(account: Account, today: Day, settings: Settings): Explanation {
  const { earning, growth, tiers } = settings
  const { growthDays, balances } = account
  const parts = monthParts(growthDays, ({ counted }) => counted)
  return {
    title: { zh: '成长值', en: 'Growth' },
    lines: [
      ...sinceLines(growth.mode, today),
      ...parts,
      ...(parts.length > 0
        ? [sum({ zh: '计入的成长值', en: 'Growth that counts' }, balances.growth, 'growth')]
        : [note({ zh: '现在没有计入的成长值。', en: 'No growth counts now.' })]),
      ...uncountedLines(growthDays),
      ...nextLines(growthDays, growth.mode),
      note(isOn(tiers) ? WHAT_FOR : WHAT_FOR_WITHOUT_TIERS),
    ],
    rules: [
      { text: modeWords(growth.mode), topic: 'growth', version: growth.version },
      {
        text: {
          zh: `每实付 1 元得 ${earning.growthPerYuan} 成长值；每日签到另得成长值。`,
          en: `Each yuan paid earns ${earning.growthPerYuan} growth; daily check-ins add to it.`,
        },
        topic: 'earning',
        version: earning.version,
      },
    ],
    source: null,
  }
}

const WHAT_FOR: Words = {
  zh: '成长值不会被花掉，它决定会员等级。每一笔都在明细里。',
  en: 'Growth is never spent; it decides the tier. Every entry is in the ledger.',
}
const WHAT_FOR_WITHOUT_TIERS: Words = {
  zh: '成长值不会被花掉。每一笔都在明细里。',
  en: 'Growth is never spent. Every entry is in the ledger.',
}

function sinceLines(mode: GrowthMode, today: Day): ExplainLine[] {
  const from = countsFrom(mode, today)
  if (from === null) return []
  const day = dayWords(from)
  return [note({ zh: `自 ${day.zh}起获得的计入。`, en: `What was gained since ${day.en} counts.` })]
}

function uncountedLines(days: readonly GrowthDay[]): ExplainLine[] {
  const gone = days.reduce((all, { gained, counted }) => all + gained - counted, 0)
  return gone === 0
    ? []
    : [fact({ zh: '曾获得、已不再计入', en: 'Gained, but no longer counts' }, gone, 'growth')]
}

/** What stops counting next, and when. */
function nextLines(days: readonly GrowthDay[], mode: GrowthMode): ExplainLine[] {
  const leaving = growthLeaving(days, mode)
  if (!leaving) return []
  const day = dayWords(leaving.day)
  return [fact({ zh: `${day.zh}起不再计入`, en: `Stops counting on ${day.en}` }, leaving.growth, 'growth')]
}

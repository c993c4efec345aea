import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import type { Settings } from '../settings/settings'
import { conditionWords, type Measure } from '../tiers/conditions'
import { rankOf, tierFace } from '../tiers/face'
import type { Level } from '../tiers/program'
import { standingOf } from '../tiers/standingOf'
import { nextLevel, type Part } from '../tiers/waysUp'
import { fact, note, part, sum, type ExplainLine, type Explanation, type ExplainUnit } from './explanation'

const UNIT: Readonly<Record<Measure, ExplainUnit>> = {
  growth: 'growth',
  spend: 'fen',
  largestOrder: 'fen',
  invitations: 'items',
  orders: 'items',
}

const NAME: Readonly<Record<Measure, Words>> = {
  growth: { zh: '成长值', en: 'growth' },
  spend: { zh: '累计消费', en: 'total spend' },
  largestOrder: { zh: '单笔消费', en: 'largest order' },
  invitations: { zh: '邀请人数', en: 'invitations' },
  orders: { zh: '下单次数', en: 'orders' },
}

/** Opens the tier: since when it is held, and each way to the next with what is missing, nearest first. */
export function explainTier(account: Account, today: Day, settings: Settings): Explanation {
  const { tiers } = settings
  const current = tierFace(tiers, rankOf(tiers, account.tier.id))
  const since = dayWords(account.tier.since)
  const next = nextLevel(standingOf(account, settings), tiers, today)
  const parts = (next?.ways ?? []).flatMap((way) => (way.of === 'earned' ? way.parts : []))
  return {
    title: current.name,
    lines: [
      note({ zh: `自 ${since.zh}起为${current.name.zh}。`, en: `${current.name.en} since ${since.en}.` }),
      ...parts.flatMap((each) => wayLines(each, next?.level.name ?? current.name)),
      ...(next ? [] : [note({ zh: '已是最高等级。', en: 'This is the highest tier.' })]),
    ],
    rules: next ? [{ text: ruleText(next.level), topic: 'tiers', version: tiers.version }] : [],
    source: null,
  }
}

/** What is there and what is missing make what is needed. */
function wayLines({ measure, have, need, missing }: Part, next: Words): ExplainLine[] {
  const [unit, name] = [UNIT[measure], NAME[measure]]
  if (missing === 0)
    return [
      fact({ zh: `${next.zh}需要的${name.zh}已达到`, en: `Reached for ${next.en}: ${name.en}` }, need, unit),
    ]
  return [
    part({ zh: `已有${name.zh}`, en: `So far: ${name.en}` }, have, unit),
    part({ zh: `还差${name.zh}`, en: `Missing: ${name.en}` }, missing, unit),
    sum({ zh: `${next.zh}需要${name.zh}`, en: `Needed for ${next.en}: ${name.en}` }, need, unit),
  ]
}

function ruleText({ name, condition }: Level): Words {
  if (!condition) return { zh: `${name.zh}需要购买。`, en: `${name.en} is bought.` }
  const words = conditionWords(condition)
  return { zh: `${name.zh}的条件：${words.zh}。`, en: `${name.en} asks for ${words.en}.` }
}

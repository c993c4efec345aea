import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { Settings } from '../settings/settings'
import { holds, leaves, measured } from '../tiers/evaluate'
import { tierProgress } from '../tiers/progress'
import type { Condition, TierLevel } from '../tiers/settings'
import { fact, note, part, sum, type ExplainLine, type Explanation, type ExplainUnit } from './explanation'
import { countText, moneyText } from './texts'

type Leaf = Extract<Condition, { measure: string }>

const UNIT: Readonly<Record<Leaf['measure'], ExplainUnit>> = { growth: 'growth', spend: 'fen' }
const NAME: Readonly<Record<Leaf['measure'], Words>> = {
  growth: { zh: '成长值', en: 'growth' },
  spend: { zh: '累计消费', en: 'total spend' },
}

/** Opens the tier: what keeps it standing, and each way to the next with what is missing, nearest first. */
export function explainTier(account: Account, settings: Settings): Explanation {
  const { levels, version } = settings.tiers
  const { current, next, since, ways } = tierProgress(account, settings.tiers)
  const [present, above] = [levels[current.rank], levels[current.rank + 1]]
  const nearness = (leaf: Leaf): number => ways.find((way) => isWay(way, leaf))?.progressBp ?? Infinity
  const up = above?.condition ? leaves(above.condition) : []
  return {
    title: current.name,
    lines: [
      note({
        zh: `自 ${dayWords(since).zh}起为${current.name.zh}。`,
        en: `${current.name.en} since ${dayWords(since).en}.`,
      }),
      ...metLines(present, account),
      ...[...up]
        .sort((a, b) => nearness(b) - nearness(a))
        .flatMap((leaf) => wayLines(leaf, account, next?.name ?? current.name)),
      ...(above ? [] : [note({ zh: '已是最高等级。', en: 'This is the highest tier.' })]),
    ],
    rules: [{ text: ruleText(present, above), topic: 'tiers', version }],
    source: null,
  }
}

const isWay = (way: { measure: string; need: number }, leaf: Leaf): boolean =>
  way.measure === leaf.measure && way.need === leaf.atLeast

function metLines(level: TierLevel | undefined, account: Account): ExplainLine[] {
  const met = level?.condition ? leaves(level.condition).filter((leaf) => holds(leaf, account)) : []
  return met.map((leaf) =>
    fact(
      {
        zh: `已达到本等级的${NAME[leaf.measure].zh}`,
        en: `Reached for this tier: ${NAME[leaf.measure].en}`,
      },
      leaf.atLeast,
      UNIT[leaf.measure],
    ),
  )
}

/** What is there and what is missing make what is needed. */
function wayLines(leaf: Leaf, account: Account, next: Words): ExplainLine[] {
  const { measure, atLeast } = leaf
  const have = measured(measure, account)
  const [unit, name] = [UNIT[measure], NAME[measure]]
  if (have >= atLeast)
    return [
      fact(
        { zh: `${next.zh}需要的${name.zh}已达到`, en: `Reached for ${next.en}: ${name.en}` },
        atLeast,
        unit,
      ),
    ]
  return [
    part({ zh: `已有${name.zh}`, en: `So far: ${name.en}` }, have, unit),
    part({ zh: `还差${name.zh}`, en: `Missing: ${name.en}` }, atLeast - have, unit),
    sum({ zh: `${next.zh}需要${name.zh}`, en: `Needed for ${next.en}: ${name.en}` }, atLeast, unit),
  ]
}

function ruleText(present: TierLevel | undefined, above: TierLevel | undefined): Words {
  const level = above ?? present
  if (!level?.condition) return { zh: '等级达到后一直保留。', en: 'A tier once reached is kept.' }
  const condition = conditionWords(level.condition)
  return {
    zh: `${level.name.zh}的条件：${condition.zh}。等级达到后一直保留。`,
    en: `${level.name.en} asks for ${condition.en}. A tier once reached is kept.`,
  }
}

/** A condition as people read it: all of its parts, or any of them. */
function conditionWords(condition: Condition): Words {
  if ('measure' in condition) {
    const { measure, atLeast } = condition
    const amount = measure === 'growth' ? countText(atLeast) : moneyText(atLeast)
    return { zh: `${NAME[measure].zh}达到 ${amount}`, en: `${NAME[measure].en} of ${amount}` }
  }
  const isAll = 'all' in condition
  const parts = isAll ? condition.all : condition.any
  const texts = parts.map((each) => {
    const text = conditionWords(each)
    return 'measure' in each ? text : { zh: `（${text.zh}）`, en: `(${text.en})` }
  })
  return {
    zh: texts.map(({ zh }) => zh).join(isAll ? '，并且' : '，或者'),
    en: texts.map(({ en }) => en).join(isAll ? ' and ' : ' or '),
  }
}

import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { longAgoUntil } from '../tiers/bought'
import { holds, metIn } from '../tiers/conditions'
import { leafWords } from '../tiers/levelWords'
import { levelAt, rankIn, type TierProgram } from '../tiers/program'
import { measuresAt, type Standing } from '../tiers/standardSpend'
import { spendOf, type TierStanding } from '../tiers/view'
import { fact, note, type ExplainLine } from './explanation'
import { measureName, unitOf } from './tierWays'

/** What the level that holds rests on: a payment, the store, or what counted when it was reached, less refunds since. */
export function groundLines(
  standing: Standing,
  program: TierProgram,
  { by, current }: TierStanding,
): ExplainLine[] {
  if (by === 'paid') return [note({ zh: '这是付费开通的等级。', en: 'It was paid for.' })]
  if (by === 'manual') return [note({ zh: '这是本店给予的等级。', en: 'The store gave it.' })]
  if (current.rank === 0) return [note({ zh: '这是每位会员都有的等级。', en: 'Every member has it.' })]
  const { earned } = standing.tier
  const kept: Words = { zh: '本期有效期由保级延长。', en: 'Its term was extended by what keeps a tier.' }
  return [...(earned.isKept ? [note(kept)] : []), ...climbLines(standing, program, current.id)]
}

function climbLines(standing: Standing, program: TierProgram, levelId: string): ExplainLine[] {
  const { base, climbs } = standing.tier.earned
  const place = climbs.findLastIndex((climb) => climb.levelId === levelId)
  const climb = climbs[place]
  const { condition } = levelAt(program, rankIn(program, levelId))
  if (!climb || !condition) return []
  const { mark } = climb
  const longAgo = longAgoUntil(standing.bought)
  if (longAgo !== null && mark.day <= longAgo) return []
  const measures = measuresAt(standing, program, climbs[place - 1]?.mark ?? base, mark)
  if (!holds(condition, measures))
    return [
      note({
        zh: '它所依据的消费后来有退款；等级保留到下次评定。',
        en: 'Some of what it rests on was refunded since; it holds until tiers are evaluated next.',
      }),
    ]
  const day = dayWords(mark.day)
  return metIn(condition, measures).map((leaf) => {
    const [name, asked] = [measureName(leaf.measure, spendOf(program)), leafWords(leaf, program)]
    return fact(
      {
        zh: `${day.zh}达到时的${name.zh}（条件：${asked.zh}）`,
        en: `When it was reached, ${day.en}: ${name.en} (asked for: ${asked.en})`,
      },
      measures[leaf.measure],
      unitOf(leaf.measure),
    )
  })
}

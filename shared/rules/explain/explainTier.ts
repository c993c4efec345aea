import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { WayToKeep } from '../tiers/lockIn'
import { levelConditionWords } from '../tiers/levelWords'
import { levelAt, rankIn, type TierProgram } from '../tiers/program'
import { programWords } from '../tiers/programWords'
import type { Standing } from '../tiers/standardSpend'
import { tierView, type TierStanding } from '../tiers/view'
import { fact, note, part, sum, type ExplainLine, type Explanation } from './explanation'
import { groundLines } from './tierGround'
import { joined } from './texts'
import { nextLines } from './tierWays'

/** Opens the tier: what it rests on, how long it is valid, what keeps it, and each way to the next, nearest first. */
export function explainTier(standing: Standing, program: TierProgram, today: Day): Explanation {
  const view = tierView(standing, program, today)
  if (!view.isOn)
    return {
      title: { zh: '会员等级', en: 'Membership tiers' },
      lines: [note({ zh: '会员等级目前没有启用。', en: 'Tiers are switched off at present.' })],
      rules: [],
      source: null,
    }
  return {
    title: view.current.name,
    lines: [
      sinceLine(view),
      ...groundLines(standing, program, view),
      validityLine(view),
      ...keepingLines(view),
      ...nextLines(view),
    ],
    rules: [{ text: ruleText(view, program), topic: 'tiers', version: program.version }],
    source: null,
  }
}

function sinceLine({ since, current }: TierStanding): ExplainLine {
  const { zh, en } = dayWords(since)
  return note({ zh: `自 ${zh}起为${current.name.zh}。`, en: `${current.name.en} since ${en}.` })
}

function validityLine({ until }: TierStanding): ExplainLine {
  if (until === null) return note({ zh: '没有到期日。', en: 'It has no last day.' })
  const { zh, en } = dayWords(until)
  return note({ zh: `有效期至 ${zh}，含当天。`, en: `Valid through ${en}.` })
}

function keepingLines({ keeping, current }: TierStanding): ExplainLine[] {
  if (!keeping) return []
  const { face, until, ways, keptUntil, otherwise } = keeping
  const last = dayWords(until)
  const isKept = ways.some(({ missingFen }) => missingFen === 0)
  const under = note({
    zh: `按条件达到的等级是${face.name.zh}，有效期至 ${last.zh}。`,
    en: `The tier that was earned is ${face.name.en}, valid through ${last.en}.`,
  })
  return [
    ...(face.id === current.id ? [] : [under]),
    ...ways.flatMap(keepLines),
    isKept && keptUntil !== null
      ? note({
          zh: `已达到保级条件，到期后延长至 ${dayWords(keptUntil).zh}。`,
          en: `It is kept: after that it goes on through ${dayWords(keptUntil).en}.`,
        })
      : note({
          zh: `按现在的情况，到期后为${otherwise.name.zh}。`,
          en: `As things stand, the tier after that is ${otherwise.name.en}.`,
        }),
  ]
}

/** Orders of the term add up to the total; a single order stands for itself. */
function keepLines({ by, haveFen, needFen, missingFen }: WayToKeep & { missingFen: number }): ExplainLine[] {
  if (by === 'singleOrder')
    return [
      fact({ zh: '有效期内最大的一单', en: 'Largest order of this term' }, haveFen, 'fen'),
      fact({ zh: '保级需要一单满', en: 'One order that keeps it' }, needFen, 'fen'),
    ]
  if (missingFen === 0)
    return [fact({ zh: '有效期内的消费已达到保级金额', en: 'Spend of this term reached' }, needFen, 'fen')]
  return [
    part({ zh: '有效期内的消费', en: 'Spend of this term' }, haveFen, 'fen'),
    part({ zh: '还差', en: 'Missing' }, missingFen, 'fen'),
    sum({ zh: '保级需要的消费', en: 'Spend that keeps it' }, needFen, 'fen'),
  ]
}

/** What the next level asks for, or on the highest what this one does, and the store's rules. */
function ruleText({ current, next }: TierStanding, program: TierProgram): Words {
  const level = levelAt(program, rankIn(program, (next?.face ?? current).id))
  const asked = levelConditionWords(level, program)
  return joined([
    ...(asked
      ? [{ zh: `${level.name.zh}的条件：${asked.zh}。`, en: `${level.name.en} asks for ${asked.en}.` }]
      : []),
    ...programWords(program),
  ])
}

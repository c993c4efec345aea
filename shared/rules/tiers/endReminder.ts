import { daysBetween, type Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import { joined, moneyText } from '../explain/texts'
import { leftWords } from '../messages/leftWords'
import type { Message } from '../messages/message'
import type { Settings } from '../settings/settings'
import { conditionWords } from './conditions'
import { keeping, type Keeping } from './keeping'
import { levelAt, rankIn, type Level, type TierProgram } from './program'
import { standingOf } from './standingOf'
import type { TierState } from './tierState'

/**
 * The message that a level ends: through which day it holds, what keeps it, and what comes otherwise. One for each
 * member, level, last day and distance; the words count the days from `day`, since a reminder may be late. Null when
 * the level would be kept as things stand: there is nothing to do about it.
 */
export function endReminder(
  account: Account,
  until: Day,
  daysBefore: number,
  settings: Settings,
  day: Day,
  at: number,
): Message | null {
  const { tier, _id: member } = account
  const program = settings.tiers
  const keeps = tier.by === 'earned' ? keeping(standingOf(account, settings), program) : null
  const next = keeps ? keeps.otherwise : underneath(tier, program)
  const [level, after] = [tier.id, next].map((id) => levelAt(program, Math.max(0, rankIn(program, id))))
  if (!level || !after || level.id === after.id) return null
  const left = leftWords(daysBetween(day, until))
  return {
    _id: `tierEnding:${member}:${tier.id}:${until}:${daysBefore}`,
    schemaVersion: 1,
    member,
    kind: 'tierEnding',
    at,
    day,
    title: { zh: `${level.name.zh}${left.zh}到期`, en: `${level.name.en} ends ${left.en}` },
    text: joined([throughWords(until), ...(keeps ? keepWords(keeps, level) : []), afterWords(after, keeps)]),
    link: 'tiers',
  }
}

/** The level that comes when one that was paid for or given ends: the higher of what is left. */
export function underneath({ by, earned, paid, paused }: TierState, program: TierProgram): string {
  const other = by === 'manual' ? paid?.levelId : paused[0]?.levelId
  return other !== undefined && rankIn(program, other) > rankIn(program, earned.levelId)
    ? other
    : earned.levelId
}

function throughWords(until: Day): Words {
  const { zh, en } = dayWords(until)
  return { zh: `有效期至 ${zh}（含当天）。`, en: `It is valid through ${en}.` }
}

function keepWords({ ways, keptUntil }: Keeping, { condition }: Level): Words[] {
  if (ways.length === 0 || keptUntil === null) return condition ? [earnedAgainWords(condition)] : []
  const each = ways.map(({ by, needFen, missingFen }) =>
    by === 'singleOrder'
      ? { zh: `单笔消费满 ${moneyText(needFen)}`, en: `one order of ${moneyText(needFen)}` }
      : { zh: `再累计消费 ${moneyText(missingFen)}`, en: `${moneyText(missingFen)} more in all` },
  )
  const kept = dayWords(keptUntil)
  return [
    {
      zh: `到期前${each.map(({ zh }) => zh).join('，或')}，即可保级至 ${kept.zh}。`,
      en: `To keep it through ${kept.en}: ${each.map(({ en }) => en).join(', or ')}, by that day.`,
    },
  ]
}

function earnedAgainWords(condition: NonNullable<Level['condition']>): Words {
  const { zh, en } = conditionWords(condition)
  return { zh: `到期时重新评定，条件是：${zh}。`, en: `It is then worked out anew, by: ${en}.` }
}

function afterWords({ name }: Level, keeps: Keeping | null): Words {
  const isUpToMember = keeps !== null && keeps.ways.length > 0
  return isUpToMember
    ? { zh: `否则到期后为${name.zh}。`, en: `Otherwise your level will be ${name.en} after that.` }
    : {
        zh: `按目前的情况，到期后为${name.zh}。`,
        en: `As things stand, your level will be ${name.en} after that.`,
      }
}

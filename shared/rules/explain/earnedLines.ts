import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Entry } from '../account/entry'
import { note, part, sum, type ExplainLine } from './explanation'
import { countText, pointsOf, validityOf } from './texts'

/** What an entry earned of points, wherever they went. */
export function earnedBy({ change }: Entry): number {
  return change.points + change.pendingPoints + change.pointsDebt
}

/** What a day's cap took off what a behaviour would have earned; nothing when it took nothing. */
export function dailyCapLines(due: number, earned: number, cap: number | null, of: Words): ExplainLine[] {
  if (cap === null || due === earned) return []
  const before = earned > 0 ? cap - earned : null
  const zh = before ? `，当天此前已得 ${countText(before)}` : ''
  const en = before ? `, ${countText(before)} of it earned before` : ''
  return [
    part(
      {
        zh: `${of.zh}积分每天最多 ${countText(cap)}${zh}，超出不计`,
        en: `No more than ${pointsOf(cap)} a day for ${of.en}${en}`,
      },
      earned - due,
      'points',
    ),
  ]
}

/** Where the points went: a debt is repaid first, the rest can be used, or is still to come; and how long they are good. */
export function whereLines(entry: Entry): ExplainLine[] {
  const { points, pointsDebt } = entry.change
  const lines: ExplainLine[] = []
  if (pointsDebt > 0)
    lines.push(
      part({ zh: '先还积分欠款', en: 'Repays points owed first' }, pointsDebt, 'points'),
      part({ zh: '其余计入可用积分', en: 'The rest can be used' }, points, 'points'),
      sum({ zh: '去向合计', en: 'In all' }, points + pointsDebt, 'points'),
    )
  for (const { releaseDay, validUntil } of entry.pending) {
    const [release, good] = [dayWords(releaseDay), validityOf(validUntil)]
    lines.push(
      note({
        zh: `这些积分先记为待入账，${release.zh}起可用，${good.zh}。`,
        en: `Pending until ${release.en}; then they can be used, ${good.en}.`,
      }),
    )
  }
  return [...lines, ...validityLines(entry)]
}

/** How long the points of an entry are good for. */
export function validityLines({ lots }: Entry): ExplainLine[] {
  return lots.map(({ validUntil }) =>
    note(
      validUntil === null
        ? { zh: '这批积分长期有效。', en: 'These points never lapse.' }
        : {
            zh: `这批积分有效期至 ${dayWords(validUntil).zh}，含当天。`,
            en: `These points are good until ${dayWords(validUntil).en}, that day included.`,
          },
    ),
  )
}

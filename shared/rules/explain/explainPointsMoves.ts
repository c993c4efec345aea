import { addDays } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Basis, Entry } from '../account/entry'
import { levelName } from '../tiers/face'
import type { TierProgram } from '../tiers/program'
import { afterLines } from './afterLines'
import { validityLines, whereLines } from './earnedLines'
import { fact, note, part, sum, type ExplainLine } from './explanation'
import { validityOf } from './texts'

type BasisOf<Of extends Basis['of']> = Extract<Basis, { of: Of }>

/** Opens points that took money off an order, lot by lot as they were taken; or that came back. */
export function toCashLines(entry: Entry, basis: BasisOf<'pointsToCash'>): ExplainLine[] {
  const isBack = basis.refundId !== undefined || basis.cancelled
  return isBack ? returnedLines(entry, basis) : spentLines(entry, basis)
}

function spentLines(entry: Entry, { points, amountFen }: BasisOf<'pointsToCash'>): ExplainLine[] {
  return [
    ...entry.lots.map((lot) => {
      const good = validityOf(lot.validUntil)
      return part(
        { zh: `${good.zh}的积分`, en: `Of the points that ${isOrNever(good.en)}` },
        -lot.points,
        'points',
      )
    }),
    sum({ zh: '使用积分', en: 'Points used' }, points, 'points'),
    fact({ zh: '抵扣金额', en: 'Taken off the order' }, amountFen, 'fen'),
    note({ zh: '先到期的积分先用。', en: 'Points that lapse first are used first.' }),
    ...afterLines(entry),
  ]
}

function returnedLines(entry: Entry, basis: BasisOf<'pointsToCash'>): ExplainLine[] {
  const { points, amountFen, graceDays = 0 } = basis
  const graceEnd = graceDays > 0 ? addDays(entry.day, graceDays) : undefined
  return [
    ...entry.lots.map((lot) => {
      const good = validityOf(lot.validUntil)
      const label =
        lot.validUntil === graceEnd
          ? {
              zh: `原批次已到期，另给 ${graceDays} 天，${good.zh}`,
              en: `Had lapsed meanwhile: ${graceDays} days more, ${good.en}`,
            }
          : { zh: `退回原批次，${good.zh}`, en: `Back where they came from, ${good.en}` }
      return part(label, lot.points, 'points')
    }),
    sum({ zh: '退回积分', en: 'Points that came back' }, points, 'points'),
    fact({ zh: '当时抵扣的金额', en: 'What they had taken off' }, amountFen, 'fen'),
    ...afterLines(entry),
  ]
}

const isOrNever = (good: string): string => (good.startsWith('never') ? 'never lapse' : `are ${good}`)

/** Opens pending points that came in; a debt is repaid from them first. */
export function releaseLines(entry: Entry, { releaseDay }: BasisOf<'release'>): ExplainLine[] {
  return [
    note({
      zh: `待入账积分在 ${dayWords(releaseDay).zh}到账，从这天起可用。`,
      en: `Pending points came in on ${dayWords(releaseDay).en} and can be used since.`,
    }),
    ...whereLines({ ...entry, pending: [] }),
    ...afterLines(entry),
  ]
}

/** Opens points that lapsed. */
export function expiryLines(entry: Entry, { validUntil }: BasisOf<'expiry'>): ExplainLine[] {
  const day = dayWords(validUntil)
  return [
    note({
      zh: `这批积分的最后一天是 ${day.zh}，当天结束时到期。`,
      en: `The last day of these points was ${day.en}; they lapsed when it ended.`,
    }),
    ...afterLines(entry, { points: { zh: '到期的积分', en: 'Points that lapsed' } }),
  ]
}

/** Nothing moves when somebody joins. */
export function joiningLines(entry: Entry): ExplainLine[] {
  return [
    note({ zh: '从这一天起，积分与成长值开始累计。', en: 'Points and growth count from this day on.' }),
    ...validityLines(entry),
    ...afterLines(entry),
  ]
}

/** Opens the points that came with a higher level. */
export function upgradeLines(
  entry: Entry,
  { points, levelId }: BasisOf<'upgradePoints'>,
  tiers: TierProgram,
): ExplainLine[] {
  const level = levelName(tiers, levelId)
  return [
    fact({ zh: `升级为${level.zh}赠送积分`, en: `Points of the upgrade to ${level.en}` }, points, 'points'),
    ...whereLines(entry),
    ...afterLines(entry),
  ]
}

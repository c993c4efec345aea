import { isDay } from '@shared/kernel/day'
import { isPositive } from '@shared/kernel/isPositive'
import type { Words } from '@shared/kernel/words'
import type { TierProgram } from '../tiers/program'
import type { Benefit, BenefitSettings, Issue, Perk } from './benefit'
import { requiredAmounts } from './requiredAmounts'

/** A benefit that cannot be saved as it is, and why. */
export interface ImpossibleBenefit {
  readonly code: ImpossibleBenefitCode
  readonly benefitId: string
  readonly reason: Words
}

const REASONS = {
  sameId: { zh: '两项权益使用了同一编号', en: 'Two benefits have the same id' },
  noSuchLevel: { zh: '权益所属的等级不存在', en: 'The level that it belongs to does not exist' },
  paidOnlyElsewhere: {
    zh: '只有“双重”等级可以区分付费专享权益',
    en: 'Only a dual level has benefits for those who paid alone',
  },
  pointsOnLowest: {
    zh: '最低等级人人都有，没有升级赠送积分',
    en: 'Nobody is lifted to the lowest level, so it gives no points on upgrade',
  },
  amountNotPositive: { zh: '数值必须是大于零的整数', en: 'A number must be whole and above zero' },
  noDiscount: { zh: '折扣必须低于原价', en: 'A discount must be below the full price' },
  noMultiplier: { zh: '积分倍数必须大于 1 倍', en: 'A multiplier of points must be above one' },
  noSuchDate: { zh: '发放日期不存在', en: 'It is given on a date that no year has' },
  noWords: { zh: '请用中文和英文填写权益名称', en: 'Name the benefit in Chinese and English' },
  notADay: { zh: '添加日期不是有效的日期', en: 'The day on which it was added is no day' },
} as const satisfies Record<string, Words>

export type ImpossibleBenefitCode = keyof typeof REASONS

/** Every benefit that cannot be saved as it is, each with its reason; none when all can. */
export function impossibleBenefits(
  { benefits }: BenefitSettings,
  program: TierProgram,
): readonly ImpossibleBenefit[] {
  return benefits.flatMap((benefit, place) => {
    const isFirst = benefits.findIndex(({ id }) => id === benefit.id) === place
    const codes = [...(isFirst ? [] : (['sameId'] as const)), ...faultsOf(benefit, program)]
    return codes.map((code) => ({ code, benefitId: benefit.id, reason: REASONS[code] }))
  })
}

function faultsOf(benefit: Benefit, { levels }: TierProgram): readonly ImpossibleBenefitCode[] {
  const { levelId, name, addedOn, perk } = benefit
  const level = levels.find(({ id }) => id === levelId)
  const checks: Partial<Record<ImpossibleBenefitCode, boolean>> = {
    noSuchLevel: !level,
    paidOnlyElsewhere: benefit.for === 'paidOnly' && level !== undefined && level.kind !== 'dual',
    pointsOnLowest: perk.of === 'pointsOnUpgrade' && level !== undefined && level === levels[0],
    amountNotPositive: !amountsOf(perk).every(isPositive),
    noDiscount: 'rateBp' in perk && perk.of !== 'pointsMultiplier' && perk.rateBp >= 10_000,
    noMultiplier: perk.of === 'pointsMultiplier' && perk.rateBp <= 10_000,
    noSuchDate: 'issue' in perk && !isPossible(perk.issue),
    noWords: name.zh.trim() === '' || name.en.trim() === '',
    notADay: !isDay(addedOn),
  }
  return (Object.keys(checks) as ImpossibleBenefitCode[]).filter((code) => checks[code])
}

/** Every amount that a perk names. */
function amountsOf(perk: Perk): readonly number[] {
  const own = Object.values(perk).filter((value) => typeof value === 'number')
  const months = 'issue' in perk && perk.issue.of === 'everyMonths' ? [perk.issue.months] : []
  return [...own, ...months, ...('requirement' in perk ? requiredAmounts(perk.requirement) : [])]
}

/** True for a date that some year has: 29 February is one, given on the 28th in other years. */
function isPossible(issue: Issue): boolean {
  switch (issue.of) {
    case 'atOnce':
      return true
    case 'yearly':
      return isDay(`2024-${two(issue.month)}-${two(issue.dayOfMonth)}`)
    case 'everyMonths':
      return Number.isInteger(issue.dayOfMonth) && issue.dayOfMonth >= 1 && issue.dayOfMonth <= 31
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

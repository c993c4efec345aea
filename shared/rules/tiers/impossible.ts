import { isDay } from '@shared/kernel/day'
import { isPositive } from '@shared/kernel/isPositive'
import type { Words } from '@shared/kernel/words'
import { MOST_DAYS } from './bought'
import { leavesOf, type Condition } from './conditions'
import type { Level, TierProgram } from './program'
import type { Length } from './validity'

/** A combination of settings that cannot be chosen: which, on which level (null for all of them), and why. */
export interface Impossible {
  readonly code: ImpossibleCode
  readonly levelId: string | null
  readonly reason: Words
}

/** A condition of more single measures than this can't be read any more. */
const MOST_LEAVES = 12

const REASONS = {
  noLevel: { zh: '至少需要一个等级', en: 'There must be one level at least' },
  tooManyLevels: { zh: '等级数量超过上限', en: 'There are more levels than the limit allows' },
  sameId: { zh: '两个等级使用了同一编号', en: 'Two levels have the same id' },
  lowestNotFree: {
    zh: '最低等级属于所有会员，不能设置条件或价格',
    en: 'The lowest level is for everybody: it can have neither a condition nor a price',
  },
  noCondition: {
    zh: '请设置达到该等级的条件，否则所有人都会升到该等级',
    en: 'Set what earns this level, or everybody would have it',
  },
  conditionOnPaid: {
    zh: '付费等级只能购买；如需同时按消费升级，请选择“双重”类型',
    en: 'A paid level is only bought; choose “dual” for one that can be earned too',
  },
  emptyGroup: { zh: '条件组里没有条件', en: 'A group of conditions is empty' },
  amountNotPositive: { zh: '门槛必须是大于零的整数', en: 'An amount must be a whole number above zero' },
  tooManyConditions: {
    zh: `一个等级最多 ${MOST_LEAVES} 个条件`,
    en: `A level can have ${MOST_LEAVES} conditions at most`,
  },
  noPrice: { zh: '请设置付费升级的价格和有效天数', en: 'Set the price and how many days it is good for' },
  priceOnBasic: {
    zh: '普通类型的等级不出售；如需出售，请选择“付费”或“双重”类型',
    en: 'A basic level is not sold; choose “paid” or “dual” to sell it',
  },
  priceOfUnknownLevel: {
    zh: '有一个价格是为不存在的等级设置的',
    en: 'A price is set for members of a level that does not exist',
  },
  historyNeverEnds: {
    zh: '按历史累计消费升级时需要统计全部消费，因此不能设置降级有效期',
    en: 'With all of the history every purchase counts for ever, so a level cannot end by its validity',
  },
  historyFollowsTotal: {
    zh: '按历史累计消费升级时，等级随累计金额而定，不能另设消费降级规则',
    en: 'With all of the history the level goes by the total itself, so there is no downgrade rule to set',
  },
  lockInWithoutEnd: {
    zh: '等级永久有效时无需保级；请先设置一年或自定义有效期',
    en: 'A level that never ends needs no lock-in; first set a validity of one year or of your own',
  },
  lockInWithoutCriterion: {
    zh: '请选择按单笔消费、按累计消费，或两者均可保级',
    en: 'Choose what keeps a level: a single order, the total, or either',
  },
  noKeepAmount: {
    zh: '已开启保级规则，请设置该等级的保级消费金额',
    en: 'Lock-in is on: set the amount that keeps this level',
  },
  lengthNotPositive: {
    zh: '时长必须是大于零的整数天或月',
    en: 'A length of time must be a whole number of days or months above zero',
  },
  windowTooLong: {
    zh: '统计周期最长为 24 个月',
    en: 'Spend can be counted over 24 months at most',
  },
  notADay: { zh: '生效日期不是有效的日期', en: 'The day that levels are active from is no day' },
} as const satisfies Record<string, Words>

export type ImpossibleCode = keyof typeof REASONS

/** Every combination in a programme that cannot be chosen, each with its reason; none when it can be saved. */
export function impossible(program: TierProgram): readonly Impossible[] {
  return [
    ...ofAll(program).map((code) => found(code, null)),
    ...program.levels.flatMap((level, rank) =>
      [...(rank === 0 ? ofLowest(level) : ofLevel(level, program)), ...ofPrices(level, program)].map((code) =>
        found(code, level.id),
      ),
    ),
  ]
}

function found(code: ImpossibleCode, levelId: string | null): Impossible {
  return { code, levelId, reason: REASONS[code] }
}

/** The codes whose combination is there. */
function codes(checks: Partial<Record<ImpossibleCode, boolean>>): readonly ImpossibleCode[] {
  return (Object.keys(checks) as ImpossibleCode[]).filter((code) => checks[code])
}

function ofAll(program: TierProgram): readonly ImpossibleCode[] {
  const { levels, mostLevels, standard, validity, lockIn, activeFrom } = program
  const period = standard.of === 'total' ? standard.period : null
  const isHistory = period?.of === 'history'
  const window = period?.of === 'window' ? period.length : null
  const lengths = [window, lockIn && lockIn.extension, isLength(validity) ? validity : null]
  return codes({
    noLevel: levels.length === 0,
    tooManyLevels: levels.length > mostLevels,
    sameId: new Set(levels.map(({ id }) => id)).size < levels.length,
    historyNeverEnds: isHistory && validity.of !== 'permanent',
    historyFollowsTotal: isHistory && program.spendingDowngrade,
    lockInWithoutEnd: lockIn !== null && validity.of === 'permanent',
    lockInWithoutCriterion: lockIn !== null && !lockIn.singleOrder && !lockIn.total,
    lengthNotPositive: lengths.some((length) => length !== null && !isPositive(sizeOf(length))),
    windowTooLong: window !== null && sizeOf(window) > (window.of === 'days' ? MOST_DAYS : 24),
    notADay: activeFrom !== null && !isDay(activeFrom),
  })
}

function ofLowest({ kind, condition, paid }: Level): readonly ImpossibleCode[] {
  return codes({ lowestNotFree: kind !== 'basic' || condition !== null || paid !== null })
}

function ofLevel({ kind, condition, keep, paid }: Level, { lockIn }: TierProgram): readonly ImpossibleCode[] {
  const isEarned = kind !== 'paid'
  const leaves = condition ? leavesOf(condition) : []
  const needed = [lockIn?.singleOrder ? keep.singleOrderFen : 1, lockIn?.total ? keep.totalFen : 1]
  return codes({
    noCondition: isEarned && condition === null,
    conditionOnPaid: !isEarned && condition !== null,
    emptyGroup: condition !== null && hasEmptyGroup(condition),
    amountNotPositive: leaves.some(({ atLeast }) => !isPositive(atLeast)),
    tooManyConditions: leaves.length > MOST_LEAVES,
    noKeepAmount: isEarned && needed.some((amount) => amount === null || !isPositive(amount)),
    noPrice: kind !== 'basic' && (paid === null || !isPositive(paid.validDays)),
    priceOnBasic: kind === 'basic' && paid !== null,
  })
}

function ofPrices({ paid }: Level, { levels }: TierProgram): readonly ImpossibleCode[] {
  if (!paid) return []
  const known = new Set(levels.map(({ id }) => id))
  const prices = [paid.priceFen, ...Object.values(paid.priceFenByLevel)]
  return codes({
    amountNotPositive: !prices.every(isPositive),
    priceOfUnknownLevel: !Object.keys(paid.priceFenByLevel).every((id) => known.has(id)),
  })
}

function hasEmptyGroup(condition: Condition): boolean {
  if ('measure' in condition) return false
  const parts = 'all' in condition ? condition.all : condition.any
  return parts.length === 0 || parts.some(hasEmptyGroup)
}

const isLength = (validity: TierProgram['validity']): validity is Length =>
  validity.of === 'days' || validity.of === 'months'

const sizeOf = (length: Length): number => (length.of === 'days' ? length.days : length.months)

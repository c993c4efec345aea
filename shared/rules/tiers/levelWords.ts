import type { Words } from '@shared/kernel/words'
import { countText, moneyText } from '../explain/texts'
import { conditionWords, type Leaf } from './conditions'
import type { Level, TierProgram } from './program'
import type { Length } from './validity'

/** What earns a level, as its members read it; null for one that nothing earns. */
export function levelConditionWords({ condition }: Level, program: TierProgram): Words | null {
  return condition && conditionWords(condition, (leaf) => leafWords(leaf, program))
}

/** A measure and its amount: "spend of ¥5,000.00"; one order where orders do not add up. */
export function leafWords({ measure, atLeast }: Leaf, { standard }: TierProgram): Words {
  switch (measure) {
    case 'growth':
      return { zh: `成长值达到 ${countText(atLeast)}`, en: `growth of ${countText(atLeast)}` }
    case 'invitations':
      return { zh: `邀请满 ${countText(atLeast)} 人`, en: counted(atLeast, 'invitation') }
    case 'orders':
      return { zh: `下单满 ${countText(atLeast)} 次`, en: counted(atLeast, 'order') }
    case 'spend':
    case 'largestOrder': {
      const amount = moneyText(atLeast)
      return measure === 'largestOrder' || standard.of === 'eachOrder'
        ? { zh: `单笔消费满 ${amount}`, en: `one order of ${amount}` }
        : { zh: `消费满 ${amount}`, en: `spend of ${amount}` }
    }
  }
}

/** What keeps a level at the end of its validity, and for how much longer; null where nothing is set to. */
export function keepWords({ keep }: Level, { lockIn }: TierProgram): Words | null {
  if (!lockIn) return null
  const ways = [
    lockIn.singleOrder && keep.singleOrderFen !== null
      ? {
          zh: `单笔消费满 ${moneyText(keep.singleOrderFen)}`,
          en: `one order of ${moneyText(keep.singleOrderFen)}`,
        }
      : null,
    lockIn.total && keep.totalFen !== null
      ? { zh: `累计消费满 ${moneyText(keep.totalFen)}`, en: `${moneyText(keep.totalFen)} spent in all` }
      : null,
  ].filter((words) => words !== null)
  if (ways.length === 0) return null
  const longer = lengthWords(lockIn.extension)
  return {
    zh: `有效期内${ways.map(({ zh }) => zh).join('，或')}，即可保级，延长 ${longer.zh}`,
    en: `Kept for ${longer.en} more by ${ways.map(({ en }) => en).join(' or ')} during its validity`,
  }
}

export function lengthWords(length: Length): Words {
  return length.of === 'days'
    ? { zh: `${length.days} 天`, en: counted(length.days, 'day') }
    : { zh: `${length.months} 个月`, en: counted(length.months, 'month') }
}

const counted = (n: number, one: string): string => `${countText(n)} ${n === 1 ? one : `${one}s`}`

import type { Words } from '@shared/kernel/words'
import type { Level } from '../tiers/program'

/** Why the assistant has nothing to say of such levels; null when it does. */
export function whyUnavailable(levels: readonly Pick<Level, 'kind'>[]): Words | null {
  return levels.some(({ kind }) => kind !== 'basic') ? SOLD : null
}

const SOLD: Words = {
  zh: '有付费或双重类型的等级。助手只能从消费记录得出消费门槛，无法判断会员愿意花多少钱购买等级；把所有等级改为普通类型后即可使用。',
  en: 'There are levels that are paid or dual. The assistant finds thresholds in what members spent, which does not tell what they would pay for a level; make every level basic to use it.',
}

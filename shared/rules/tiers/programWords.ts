import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { lengthWords } from './levelWords'
import { refundsLower, type LockIn, type SpendPeriod, type TierProgram } from './program'

/** The store's rules about levels as its members read them: what counts, how long a level lasts, what keeps and what lowers it. */
export function programWords(program: TierProgram): Words[] {
  const { levels, lockIn, lowerPaid } = program
  return [
    standardWords(program),
    {
      zh: '消费以实付为准，退款会扣除。达到条件当场升级，直接升到满足条件的最高等级。',
      en: 'Spend is what was paid, less refunds. An upgrade comes at once, straight to the highest tier earned.',
    },
    ...fromWords(program),
    validityWords(program),
    ...(lockIn ? [lockInWords(lockIn)] : []),
    refundWords(program),
    ...(levels.some(({ paid }) => paid) ? [paidWords(lowerPaid)] : []),
  ]
}

function standardWords({ standard }: TierProgram): Words {
  return standard.of === 'eachOrder'
    ? {
        zh: '消费按单笔计算，不累计：以上次升级之后最大的一单为准。',
        en: 'Orders do not add up: the largest one since the last upgrade counts.',
      }
    : periodWords(standard.period)
}

function periodWords(period: SpendPeriod): Words {
  switch (period.of) {
    case 'history':
      return period.imported
        ? { zh: '全部消费累计计算，包括以往的历史订单。', en: 'All spend adds up, past orders included.' }
        : {
            zh: '全部消费累计计算，不包括会员系统启用前的历史订单。',
            en: 'All spend adds up, without the orders from before the membership programme.',
          }
    case 'sinceUpgrade':
      return {
        zh: '消费从上次升级之后重新累计。',
        en: 'Spend adds up since the last upgrade.',
      }
    case 'window': {
      const length = lengthWords(period.length)
      return {
        zh: `累计最近 ${length.zh}的消费，含当天。`,
        en: `Spend of the last ${length.en} adds up, today included.`,
      }
    }
  }
}

function fromWords({ activeFrom }: TierProgram): Words[] {
  if (activeFrom === null) return []
  const day = dayWords(activeFrom)
  return [{ zh: `${day.zh}起的消费计入。`, en: `Orders since ${day.en} count.` }]
}

function validityWords({ validity, lockIn }: TierProgram): Words {
  if (validity.of === 'permanent') return { zh: '等级达到后没有到期日。', en: 'A tier has no last day.' }
  const length =
    validity.of === 'calendarYear' ? { zh: '一年', en: 'one year' } : spaced(lengthWords(validity))
  return {
    zh: `等级自达到之日起有效${length.zh}，到期时${lockIn ? '未保级的' : ''}按届时的情况重新评定。`,
    en: `A tier is valid for ${length.en} from the day it is reached. At its end ${lockIn ? 'a tier that was not kept' : 'it'} is evaluated anew.`,
  }
}

const spaced = ({ zh, en }: Words): Words => ({ zh: ` ${zh}`, en })

function lockInWords({ extension }: LockIn): Words {
  const length = lengthWords(extension)
  return {
    zh: `有效期内达到保级金额的，等级延长 ${length.zh}；升级的那一单不计入保级。`,
    en: `Reaching the amount that keeps a tier adds ${length.en} to it; the order that reached the tier does not count for that.`,
  }
}

function refundWords(program: TierProgram): Words {
  if (refundsLower(program))
    return {
      zh: '退款后不再满足条件的，等级会随之调整。',
      en: 'A refund after which the condition is no longer met lowers the tier.',
    }
  return program.validity.of === 'permanent'
    ? {
        zh: '退款不会降低已达到的等级；等级规则调整时会重新评定。',
        en: 'A refund does not lower a tier; a change of the rules evaluates it anew.',
      }
    : {
        zh: '退款不会立即降低等级，到期时再评定；等级规则调整时会重新评定。',
        en: 'A refund does not lower a tier before its end; a change of the rules evaluates it anew.',
      }
}

function paidWords(lowerPaid: TierProgram['lowerPaid']): Words {
  return lowerPaid === 'pauses'
    ? {
        zh: '付费等级到期后，恢复为已达到的等级；续费从到期日顺延；开通更高的付费等级时，原付费等级的剩余天数保留。',
        en: 'After a paid tier ends, the tier that was earned holds again. Renewing adds to its end; the days left of a lower one wait while a higher one runs.',
      }
    : {
        zh: '付费等级到期后，恢复为已达到的等级；续费从到期日顺延；开通更高的付费等级时，原付费等级随即结束。',
        en: 'After a paid tier ends, the tier that was earned holds again. Renewing adds to its end; a higher one ends the lower one.',
      }
}

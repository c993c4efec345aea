import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { LEAF_WORDS, type Leaf } from './conditions'
import type { WayToKeep } from './lockIn'

/** Why a level changed or was kept, for programs. */
export type Cause =
  | { readonly of: 'reached'; readonly met: readonly Leaf[] }
  | { readonly of: 'lockIn'; readonly way: WayToKeep }
  | { readonly of: 'earnedAgain' }
  | { readonly of: 'validityEnded'; readonly lastDay: Day }
  | { readonly of: 'refund' }
  | { readonly of: 'settings'; readonly version: number }
  | { readonly of: 'levelDeleted' }
  | { readonly of: 'paid' }
  | { readonly of: 'paidEnded' }
  | { readonly of: 'manualGiven' }
  | { readonly of: 'manualEnded' }

/** Why a level changed or was kept, for people. */
export function causeWords(cause: Cause): Words {
  switch (cause.of) {
    case 'reached':
      return reachedWords(cause.met)
    case 'lockIn':
      return keptWords(cause.way)
    case 'earnedAgain':
      return { zh: '有效期满，再次达到等级条件', en: 'Earned again at the end of its validity' }
    case 'validityEnded': {
      const { zh, en } = dayWords(cause.lastDay)
      return { zh: `等级有效期至 ${zh}，未达到保级条件`, en: `Valid through ${en}; not earned again by then` }
    }
    case 'refund':
      return { zh: '退款后不再满足等级条件', en: 'After a refund, its condition is no longer met' }
    case 'settings':
      return { zh: '等级规则调整，重新评定', en: 'The level rules changed; levels were evaluated again' }
    case 'levelDeleted':
      return { zh: '原等级已取消，重新评定', en: 'The former level was removed; evaluated again' }
    case 'paid':
      return { zh: '开通付费等级', en: 'Paid level joined' }
    case 'paidEnded':
      return { zh: '付费等级到期', en: 'The paid level ended' }
    case 'manualGiven':
      return { zh: '商家给予等级', en: 'Given by the store' }
    case 'manualEnded':
      return { zh: '商家给予的等级结束', en: 'The level given by the store ended' }
  }
}

function reachedWords(met: readonly Leaf[]): Words {
  const words = met.map(({ measure, atLeast }) => LEAF_WORDS[measure](atLeast))
  return {
    zh: words.map(({ zh }) => zh).join('，'),
    en: `Reached ${words.map(({ en }) => en).join(' and ')}`,
  }
}

function keptWords({ by, needFen }: WayToKeep): Words {
  const yuan = yuanText(needFen)
  return by === 'singleOrder'
    ? {
        zh: `有效期内单笔消费满 ${yuan} 元，保级成功`,
        en: `Kept by one order of ¥${yuan} during its validity`,
      }
    : { zh: `有效期内累计消费满 ${yuan} 元，保级成功`, en: `Kept by ¥${yuan} spent during its validity` }
}

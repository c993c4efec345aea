import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** What a condition can look at: fen for spend and the largest order, a number for the rest. */
export const MEASURES = ['spend', 'largestOrder', 'growth', 'invitations', 'orders'] as const
export type Measure = (typeof MEASURES)[number]
export type Measures = Readonly<Record<Measure, number>>

export interface Leaf {
  readonly measure: Measure
  readonly atLeast: number
}

/** A measure that must reach an amount, or several of them: all, or any one. */
export type Condition = Leaf | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }

export function holds(condition: Condition, measures: Measures): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, measures))
  if ('any' in condition) return condition.any.some((part) => holds(part, measures))
  return measures[condition.measure] >= condition.atLeast
}

/** The single measures that a condition is made of. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return [condition]
}

/**
 * Each way in which a condition can be met, as the measures that all must hold on that way. A measure that a way names
 * twice is there once, with the larger amount.
 */
export function waysOf(condition: Condition): readonly (readonly Leaf[])[] {
  if ('any' in condition) return condition.any.flatMap(waysOf)
  if ('all' in condition)
    return condition.all.reduce<readonly (readonly Leaf[])[]>(
      (ways, part) => ways.flatMap((way) => waysOf(part).map((more) => together([...way, ...more]))),
      [[]],
    )
  return [[condition]]
}

function together(leaves: readonly Leaf[]): readonly Leaf[] {
  return MEASURES.flatMap((measure) => {
    const amounts = leaves.filter((leaf) => leaf.measure === measure).map(({ atLeast }) => atLeast)
    return amounts.length === 0 ? [] : [{ measure, atLeast: Math.max(...amounts) }]
  })
}

/** What met a condition: every single measure in it that holds. */
export function metIn(condition: Condition, measures: Measures): readonly Leaf[] {
  return leavesOf(condition).filter((leaf) => holds(leaf, measures))
}

/** A measure and its amount in words: "spend of ¥5000.00". */
export const LEAF_WORDS: Readonly<Record<Measure, (amount: number) => Words>> = {
  spend: (fen) => ({ zh: `消费满 ${yuanText(fen)} 元`, en: `spend of ¥${yuanText(fen)}` }),
  largestOrder: (fen) => ({ zh: `单笔消费满 ${yuanText(fen)} 元`, en: `one order of ¥${yuanText(fen)}` }),
  growth: (growth) => ({ zh: `成长值达到 ${growth}`, en: `${growth} growth points` }),
  invitations: (n) => ({ zh: `邀请满 ${n} 人`, en: n === 1 ? '1 invitation' : `${n} invitations` }),
  orders: (n) => ({ zh: `下单满 ${n} 次`, en: n === 1 ? '1 order' : `${n} orders` }),
}

/** A whole condition in words, groups within groups in brackets; each measure in the words given for it. */
export function conditionWords(
  condition: Condition,
  leafWords: (leaf: Leaf) => Words = ({ measure, atLeast }) => LEAF_WORDS[measure](atLeast),
): Words {
  if ('measure' in condition) return leafWords(condition)
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => {
    const words = conditionWords(part, leafWords)
    return 'measure' in part ? words : { zh: `（${words.zh}）`, en: `(${words.en})` }
  })
  return {
    zh: parts.map(({ zh }) => zh).join(isAll ? '，且' : '，或'),
    en: parts.map(({ en }) => en).join(isAll ? ' and ' : ' or '),
  }
}

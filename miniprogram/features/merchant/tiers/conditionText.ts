import type { Condition, Leaf } from '@shared/rules/tiers/conditions'
import { formatCount, moneyParts } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

const MONEY: readonly Leaf['measure'][] = ['spend', 'largestOrder']

/** 500000 → "5,000", 500050 → "5,000.50". */
function yuan(fen: number): string {
  const { yuan: whole, fraction } = moneyParts(fen)
  return `${whole.slice(1)}${fraction === '.00' ? '' : fraction}`
}

export const isMoney = (measure: Leaf['measure']): boolean => MONEY.includes(measure)

/** A condition as one reads it: "消费 ≥ 5,000 元 且 邀请 ≥ 2 人"; groups within groups stand in brackets. */
export function conditionText(condition: Condition, text: Text['levels']): string {
  if ('measure' in condition) {
    const { measure, atLeast } = condition
    const amount = isMoney(measure) ? yuan(atLeast) : formatCount(atLeast)
    return text.measures[measure](Number.isNaN(atLeast) ? text.blank : amount)
  }
  const [parts, between] = 'all' in condition ? [condition.all, text.and] : [condition.any, text.or]
  if (parts.length === 0) return text.blank
  return parts
    .map((part) => {
      const inner = conditionText(part, text)
      return 'measure' in part || parts.length === 1 ? inner : text.group(inner)
    })
    .join(between)
}

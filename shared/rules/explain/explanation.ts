import type { Words } from '@shared/kernel/words'
import type { Topic } from '../settings/settings'

export type ExplainUnit = 'points' | 'growth' | 'fen' | 'days' | 'items'

/** One line of an explanation: words, and the amount it stands for where there is one. */
export interface ExplainLine {
  label: Words
  amount: number | null
  unit: ExplainUnit | null
  /**
   * A `sum` is what the parts above it, up to the sum before, add up to in its unit; a `fact` is an amount that is not
   * added; a `note` is a sentence. No part is without its sum.
   */
  role: 'part' | 'sum' | 'fact' | 'note'
}

/** A rule that had a hand in it, and the version of the settings that held then. */
export interface ExplainRule {
  text: Words
  topic: Topic
  version: number
}

export interface Explanation {
  title: Words
  lines: ExplainLine[]
  rules: ExplainRule[]
  /** Where it came from; `orderId` where there is an order that opens too. */
  source: { label: Words; at: number; day: string; orderId: string | null } | null
}

type Amount = (label: Words, amount: number, unit: ExplainUnit | null) => ExplainLine

const amountOf =
  (role: ExplainLine['role']): Amount =>
  (label, amount, unit) => ({ label, amount, unit, role })

export const part = amountOf('part')
export const sum = amountOf('sum')
export const fact = amountOf('fact')

export const note = (label: Words): ExplainLine => ({ label, amount: null, unit: null, role: 'note' })

/** Names the first sum that is not what its parts add up to, or the parts that have no sum; null when all is right. */
export function whatDoesNotAddUp(lines: readonly ExplainLine[]): string | null {
  let parts: ExplainLine[] = []
  for (const line of lines) {
    if (line.role === 'part') parts.push(line)
    if (line.role !== 'sum') continue
    const total = parts.reduce((all, { amount }) => all + (amount ?? NaN), 0)
    const isRight = parts.length > 0 && total === line.amount && parts.every(({ unit }) => unit === line.unit)
    if (!isRight) return `${line.label.en}: ${line.amount} ${line.unit}, its parts ${total}`
    parts = []
  }
  return parts.length > 0 ? `${parts.map(({ label }) => label.en).join(', ')}: without a sum` : null
}

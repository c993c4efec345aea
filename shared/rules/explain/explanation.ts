import type { Words } from '@shared/kernel/words'

/** One line of an explanation: words, and the amount it stands for where there is one. */
export interface ExplainLine {
  label: Words
  amount: number | null
  unit: 'points' | 'growth' | 'fen' | 'days' | 'times' | null
  /** `sum` is the result of the lines above it; a `note` is a sentence. */
  role: 'part' | 'sum' | 'note'
}

export interface Explanation {
  title: Words
  lines: ExplainLine[]
  rule: { text: Words; topic: string; version: number } | null
  source: { label: Words; at: number; day: string } | null
}

export const part = (label: Words, amount: number, unit: ExplainLine['unit']): ExplainLine => ({
  label,
  amount,
  unit,
  role: 'part',
})

export const sum = (label: Words, amount: number, unit: ExplainLine['unit']): ExplainLine => ({
  label,
  amount,
  unit,
  role: 'sum',
})

export const note = (label: Words): ExplainLine => ({ label, amount: null, unit: null, role: 'note' })

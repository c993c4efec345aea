import type { OutputOf } from '@shared/contracts'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import type { ExplanationData } from '@/ui/explanation'

type BooksText = {
  [Key in keyof typeof zh.books]: (typeof zh.books)[Key] extends string ? Key : never
}[keyof typeof zh.books]

const words = (key: BooksText) => ({ zh: zh.books[key], en: en.books[key] })

/** The points that members hold, from what was ever issued, spent and lapsed: the page has all of it already. */
export function pointsExplanation({
  pointsFlow: { issued, spent, expired },
  pointsOutstanding,
}: OutputOf<'overview.read'>): ExplanationData {
  const part = (key: BooksText, amount: number) =>
    ({ label: words(key), amount, unit: 'points', role: 'part' }) as const
  return {
    title: words('outstanding'),
    lines: [
      part('outstandingIssued', issued),
      part('outstandingSpent', 0 - spent),
      part('outstandingExpired', 0 - expired),
      { label: words('outstanding'), amount: pointsOutstanding, unit: 'points', role: 'sum' },
      { label: words('outstandingNote'), amount: null, unit: null, role: 'note' },
    ],
    rules: [],
    source: null,
  }
}

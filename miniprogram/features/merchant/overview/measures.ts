import type { OutputOf } from '@shared/contracts'
import { formatCount, formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

export type DayFigures = OutputOf<'overview.read'>['today']

/** A figure that each day has: how to find it, call it and write it. */
export interface Measure {
  readonly id: 'sales' | 'orders' | 'newMembers' | 'checkins' | 'pointsIssued'
  readonly name: (text: Text) => string
  readonly of: (day: DayFigures) => number
  readonly write: (value: number) => string
}

export const MEASURES: readonly Measure[] = [
  { id: 'sales', name: (text) => text.overview.salesShort, of: (day) => day.salesFen, write: formatMoney },
  { id: 'orders', name: (text) => text.overview.orders, of: (day) => day.orders, write: formatCount },
  {
    id: 'newMembers',
    name: (text) => text.overview.newMembers,
    of: (day) => day.newMembers,
    write: formatCount,
  },
  { id: 'checkins', name: (text) => text.overview.checkins, of: (day) => day.checkins, write: formatCount },
  {
    id: 'pointsIssued',
    name: (text) => text.overview.pointsIssued,
    of: (day) => day.pointsIssued,
    write: formatCount,
  },
]

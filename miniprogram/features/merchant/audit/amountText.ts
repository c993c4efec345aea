import type { OutputOf } from '@shared/contracts'
import { formatChange, formatCount, formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

type Unit = NonNullable<OutputOf<'books.lastAudit'>['last']>['differences'][number]['unit']

/** An amount with its unit. */
export function amountText(amount: number, unit: Unit, text: Text): string {
  const write: Record<Unit, () => string> = {
    points: () => text.units.pointsOf(amount),
    growth: () => text.units.growthOf(amount),
    fen: () => formatMoney(amount),
    count: () => formatCount(amount),
  }
  return write[unit]()
}

/** How much too much stands there, or too little: "+1", "−¥3.00". */
export function excessText(excess: number, unit: Unit): string {
  if (unit !== 'fen') return formatChange(excess)
  return excess > 0 ? `+${formatMoney(excess)}` : formatMoney(excess)
}

import { yuanText, type Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** "1280.00 元", "¥1280.00". */
export function moneyWords(fen: Fen): Words {
  const yuan = yuanText(Math.abs(fen))
  const sign = fen < 0 ? '−' : ''
  return { zh: `${sign}${yuan} 元`, en: `${sign}¥${yuan}` }
}

/** Basis points as a percentage, exactly: 3500 → "35%", 837 → "8.37%". */
export function percentText(bp: number): string {
  return `${yuanText(bp).replace(/\.?0+$/, '')}%`
}

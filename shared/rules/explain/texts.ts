import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import { yuanText, type Fen } from '@shared/kernel/fen'
import { BP_ONE } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'

/** 1234567 → "1,234,567". */
export function countText(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 128000 → "¥1,280.00". */
export function moneyText(fen: Fen): string {
  const [yuan = '', fraction = ''] = yuanText(fen).split('.')
  return `¥${countText(Number(yuan))}.${fraction}`
}

/** Basis points as a factor, exactly: 15000 → "1.5". */
export function factorText(rateBp: number): string {
  const size = Math.abs(rateBp)
  const fraction = String(size % BP_ONE)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${rateBp < 0 ? '−' : ''}${Math.floor(size / BP_ONE)}${fraction && `.${fraction}`}`
}

/** A factor as people say it: 1.5 倍, 1.5×. */
export function factorWords(rateBp: number): Words {
  const text = factorText(rateBp)
  return { zh: `${text} 倍`, en: `${text}×` }
}

/** Of a lot: good until a day, or for ever. */
export function validityOf(validUntil: Day | null): Words {
  return validUntil === null
    ? { zh: '长期有效', en: 'never lapses' }
    : { zh: `有效期至 ${dayWords(validUntil).zh}`, en: `good until ${dayWords(validUntil).en}` }
}

/** Texts one after another; sentences in English are parted by a space. */
export function joined(sentences: readonly Words[]): Words {
  return {
    zh: sentences.map(({ zh }) => zh).join(''),
    en: sentences.map(({ en }) => en).join(' '),
  }
}

export const pointsOf = (n: number): string => (n === 1 ? '1 point' : `${countText(n)} points`)

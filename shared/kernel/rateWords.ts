import { BP_ONE } from './rate'
import type { Words } from './words'

/** What is asked of a price, as people say it: 9,500 is 9.5 折, or 5% off. */
export function discountWords(rateBp: number): Words {
  return { zh: `${scaled(rateBp, 3)} 折`, en: `${scaled(BP_ONE - rateBp, 2)}% off` }
}

/** A whole number of the smallest unit, without zeros that say nothing: 9,500 with three digits is "9.5". */
function scaled(value: number, digits: number): string {
  const fraction = String(value % 10 ** digits)
    .padStart(digits, '0')
    .replace(/0+$/, '')
  return `${Math.floor(value / 10 ** digits)}${fraction && `.${fraction}`}`
}

import { isDay } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Locale, Words } from '@shared/kernel/words'
import { ERRORS, TERMS, type Refusal } from './errors'

/** A refusal as people read it, with its data filled in. */
export function refusalText({ code, data }: Refusal, locale: Locale): string {
  return ERRORS[code][locale].replace(/\{(\w+)\}/g, (blank, name: string) => {
    const given = data?.[name] ?? blank
    if (typeof given === 'object') return 'zh' in given ? given[locale] : blank
    const value = String(given)
    return (isDay(value) ? dayWords(value) : TERMS[value])?.[locale] ?? value
  })
}

/** The same in both languages. */
export const refusalWords = (refusal: Refusal): Words => ({
  zh: refusalText(refusal, 'zh'),
  en: refusalText(refusal, 'en'),
})

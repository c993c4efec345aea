import { ERRORS, TERMS, type CallError, type ErrorCode, type Refusal } from '@shared/contracts/errors'
import { isDay } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Locale } from '@shared/kernel/words'
import type { RefusalInWords } from './http'

/** Puts a refusal into words for the caller, with its data filled in. */
export function inWords(refusal: Refusal, locale: Locale): CallError {
  const message = ERRORS[refusal.code][locale].replace(/\{(\w+)\}/g, (blank, name: string) => {
    const given = refusal.data?.[name] ?? blank
    if (typeof given === 'object') return 'zh' in given ? given[locale] : blank
    const value = String(given)
    return (isDay(value) ? dayWords(value) : TERMS[value])?.[locale] ?? value
  })
  return refusal.data ? { code: refusal.code, message, data: refusal.data } : { code: refusal.code, message }
}

/** The same in both languages, for programs whose people are not known. */
export function inBothWords(refusal: Refusal): RefusalInWords {
  const { code, data } = refusal
  const words = { zh: inWords(refusal, 'zh').message, en: inWords(refusal, 'en').message }
  return data ? { code, words, data } : { code, words }
}

/** A refusal that ends a call from deep inside the runtime. */
export class RefusedError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly data?: Refusal['data'],
  ) {
    super(code)
    this.name = 'RefusedError'
  }
}

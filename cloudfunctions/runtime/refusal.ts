import type { CallError, ErrorCode, Refusal } from '@shared/contracts/errors'
import { refusalText, refusalWords } from '@shared/contracts/refusalWords'
import type { Locale } from '@shared/kernel/words'
import type { RefusalInWords } from './http'

/** Puts a refusal into words for the caller, with its data filled in. */
export function inWords(refusal: Refusal, locale: Locale): CallError {
  const { code, data } = refusal
  const message = refusalText(refusal, locale)
  return data ? { code, message, data } : { code, message }
}

/** The same in both languages, for programs whose people are not known. */
export function inBothWords(refusal: Refusal): RefusalInWords {
  const { code, data } = refusal
  const words = refusalWords(refusal)
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

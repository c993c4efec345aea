import * as z from 'zod'
import { en, zhCN } from 'zod/locales'
import type { Locale, Words } from '@shared/kernel/words'

/** The envelope of every call from the app. */
export const callEvent = z.looseObject({
  action: z.string().max(64),
  input: z.unknown().optional(),
  requestId: z.string().min(1).max(64).optional(),
  locale: z.enum(['zh', 'en']).optional(),
})

/** What is wrong with an input, in words: the path of each fault and what was expected. */
export function faultsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ')
}

/** Words in the caller's language: a contract's own where it has some, else zod's. */
export const errorWords = { zh: inLocale('zh', zhCN().localeError), en: inLocale('en', en().localeError) }

function inLocale(locale: Locale, zods: z.core.$ZodErrorMap): z.core.$ZodErrorMap {
  return (issue) => {
    const { words } = (issue.params ?? {}) as { words?: Words }
    return words?.[locale] ?? zods(issue)
  }
}

import * as z from 'zod'
import { en, zhCN } from 'zod/locales'

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

/** zod's own words in the caller's language. */
export const errorWords = { zh: zhCN().localeError, en: en().localeError }

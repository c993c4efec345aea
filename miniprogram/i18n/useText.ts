import type { Locale, Words } from '@shared/kernel/words'
import { en } from './en'
import { useLocale } from './locale'
import { zh, type Text } from './zh'

const texts: Record<Locale, Text> = { zh, en }

/** The app's words in the person's language; a change of language draws the page anew. */
export function useText(): Text {
  return texts[useLocale()]
}

/** Picks the language from words that came with the data. */
export function useWords(): (words: Words) => string {
  const locale = useLocale()
  return (words) => words[locale]
}

import type { Look } from '../support/visitor'

const ALL: Look[] = [
  { language: 'zh', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark', reducedMotion: true },
  { language: 'zh', colorScheme: 'dark', reducedMotion: true },
  { language: 'en', colorScheme: 'light', reducedMotion: true },
]

/** The looks that a test goes through: both languages and both colour schemes once; for `npm run pictures` all four. */
export const looks = process.env.CHANGKE_PICTURES === 'all' ? ALL : ALL.slice(0, 2)

export const CHINESE: Look = { language: 'zh', colorScheme: 'light' }

/** For the titles of tests, and for openids that differ by look. */
export function lookName({ language, colorScheme }: Look): string {
  return `${language}-${colorScheme}`
}

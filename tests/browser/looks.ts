import type { Look } from '../support/visitor'

const CHINESE_LIGHT: Look = { language: 'zh', colorScheme: 'light' }
const ALL: Look[] = [
  CHINESE_LIGHT,
  { language: 'en', colorScheme: 'dark', reducedMotion: true },
  { language: 'zh', colorScheme: 'dark', reducedMotion: true },
  { language: 'en', colorScheme: 'light', reducedMotion: true },
]
const wholeSet = process.env.CHANGKE_PICTURES === 'all'

/** The looks that a page is driven in: both languages and both colour schemes once; for `npm run pictures` all four. */
export const looks = wholeSet ? ALL : ALL.slice(0, 2)

/** For what differs little by look: Chinese in the light; for `npm run pictures` all four. */
export const oneLook = wholeSet ? ALL : [CHINESE_LIGHT]

/** With a name for the titles of tests, and for openids that differ by look. */
export function named(those: Look[]): { look: Look; name: string }[] {
  return those.map((look) => ({ look, name: `${look.language}-${look.colorScheme}` }))
}

import type { Words } from '@shared/kernel/words'

/** When something ends that lasts so many days more. */
export function leftWords(days: number): Words {
  if (days <= 0) return { zh: '今天', en: 'today' }
  if (days === 1) return { zh: '明天', en: 'tomorrow' }
  return { zh: `将在 ${days} 天后`, en: `in ${days} days` }
}

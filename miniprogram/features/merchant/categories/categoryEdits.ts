import type { Words } from '@shared/kernel/words'
import { randomId } from '@/api/randomId'

/** A category in the editor; one that is new has no id yet, and a key to be told from others. */
export interface Listed {
  readonly id: string | null
  readonly key?: string
  readonly name: Words
}

export const newCategory = (): Listed => ({ id: null, key: randomId(), name: { zh: '', en: '' } })

/** One place up (-1) or down (1); the ends stay where they are. */
export function movedCategory(categories: readonly Listed[], at: number, by: 1 | -1): readonly Listed[] {
  const [one, other] = [categories[at], categories[at + by]]
  if (!one || !other) return categories
  return categories.map((each, place) => (place === at ? other : place === at + by ? one : each))
}

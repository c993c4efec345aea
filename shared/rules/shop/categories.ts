import type { Words } from '@shared/kernel/words'

/** A part of the shop. Its id is what earning rules, campaigns, coupons and past sales call it: it never changes. */
export interface Category {
  readonly id: string
  readonly name: Words
}

/** The categories in the order in which they are shown. */
export interface Categories {
  readonly version: number
  readonly categories: readonly Category[]
}

export const NO_CATEGORIES: Categories = { version: 0, categories: [] }

/** Why categories cannot be saved, in words; null where they can. */
export function impossibleCategories(categories: readonly Category[]): Words | null {
  const unnamed = categories.find(({ name }) => name.zh.trim() === '')
  if (unnamed) return { zh: '有分类没有名称', en: 'a category has no name' }
  const twice = categories.find((one, at) => categories.some(({ id }, other) => other > at && id === one.id))
  if (twice)
    return { zh: `分类编号“${twice.id}”用了两次`, en: `the category number “${twice.id}” stands twice` }
  return null
}

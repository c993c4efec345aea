import { ok } from '@shared/kernel/result'
import { readCategories } from '../../database/categories'
import type { UseCase } from '../../runtime/call'

export const list: UseCase<'categories.list'> = async ({ cloud }) => {
  const { version, categories } = await readCategories(cloud)
  return ok({ version, categories: [...categories] })
}

import { ok, refuse } from '@shared/kernel/result'
import { impossibleCategories } from '@shared/rules/shop/categories'
import { readCategories, saveCategories } from '../../database/categories'
import { isAnyIn } from '../../database/products'
import type { UseCase } from '../../runtime/call'

export const save: UseCase<'categories.save'> = async (call, { expectedVersion, categories }) => {
  const { cloud, role, memberId } = call
  if (!role) throw new Error('categories are saved by staff')
  const why = impossibleCategories(categories)
  if (why) return refuse({ code: 'IMPOSSIBLE_CATEGORIES', data: { why } })
  const before = await readCategories(cloud)
  const kept = new Set(categories.map(({ id }) => id))
  const removed = before.categories.filter(({ id }) => !kept.has(id))
  const inUse = await isAnyIn(
    cloud,
    removed.map(({ id }) => id),
  )
  const named = removed.find(({ id }) => id === inUse)
  if (named) return refuse({ code: 'CATEGORY_IN_USE', data: { category: named.name } })
  const outcome = await saveCategories(cloud, categories, expectedVersion, { memberId, role }, call.at)
  if ('newer' in outcome) return refuse({ code: 'CATEGORIES_CHANGED', data: { version: outcome.newer } })
  return ok(outcome)
}

import * as z from 'zod'
import { defineContract } from './contract'
import { category, MOST_CATEGORIES } from './shopShapes'

/** The categories in the order in which the shop shows them. */
export const list = defineContract({
  name: 'categories.list',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({ version: z.int(), categories: z.array(category) }),
  errors: [],
})

/** Saves all categories over the version that was looked at. One that still has products stays. */
export const save = defineContract({
  name: 'categories.save',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    expectedVersion: z.int().min(0),
    categories: z.array(category).max(MOST_CATEGORIES),
  }),
  output: z.strictObject({ version: z.int() }),
  errors: ['CATEGORIES_CHANGED', 'CATEGORY_IN_USE', 'IMPOSSIBLE_CATEGORIES'],
})

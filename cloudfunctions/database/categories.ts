import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '@shared/kernel/businessDay'
import { NO_CATEGORIES, type Categories, type Category } from '@shared/rules/shop/categories'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'
import type { Changer } from './settings'

/** All categories are one document: their order is one thing, and a page reads them by one id. */
const ALL = 'all'

interface CategoriesDocument extends Categories {
  readonly _id: typeof ALL
  readonly schemaVersion: 1
  readonly changedAt: Instant
  readonly changedBy: Changer
}

export async function readCategories(cloud: Cloud): Promise<Categories> {
  return (await getById<CategoriesDocument>(cloud, 'categories', ALL)) ?? NO_CATEGORIES
}

/**
 * Saves the categories over the version that was looked at. The same save by the same person again is answered as the
 * first; otherwise the newer version that is there.
 */
export async function saveCategories(
  cloud: Cloud,
  categories: readonly Category[],
  expectedVersion: number,
  by: Changer,
  at: Instant,
): Promise<{ readonly version: number } | { readonly newer: number }> {
  const version = expectedVersion + 1
  const isSaved =
    expectedVersion === 0
      ? (await insert(cloud, 'categories', asDocument(categories, version, by, at))) === 'done'
      : await update(cloud, expectedVersion, asDocument(categories, version, by, at))
  if (isSaved) return { version }
  const now = await getById<CategoriesDocument>(cloud, 'categories', ALL)
  const isOurs =
    now?.version === version &&
    now.changedBy.memberId === by.memberId &&
    isDeepStrictEqual(now.categories, categories)
  return isOurs ? { version } : { newer: now?.version ?? 0 }
}

function asDocument(
  categories: readonly Category[],
  version: number,
  changedBy: Changer,
  changedAt: Instant,
): CategoriesDocument {
  return { _id: ALL, schemaVersion: 1, version, categories, changedAt, changedBy }
}

async function update(
  { db }: Cloud,
  expectedVersion: number,
  { version, categories, changedAt, changedBy }: CategoriesDocument,
): Promise<boolean> {
  const { updated } = (await db
    .collection('categories')
    .where({ _id: ALL, version: expectedVersion })
    .update({
      version,
      changedAt,
      categories: db.command.set([...categories]),
      changedBy: db.command.set(changedBy),
    })) as { updated: number }
  return updated === 1
}

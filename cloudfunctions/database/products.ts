import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '@shared/kernel/businessDay'
import type { Product, ProductRules } from '@shared/rules/shop/product'
import type { Cloud } from './cloud'
import { getById, getByIds, insert } from './documentAccess'
import type { Changer } from './settings'
import { wholeFields } from './wholeFields'

export interface ProductDocument extends ProductRules {
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  /** When it first came into the shop: the newest are shown first. */
  readonly listedAt: Instant
  readonly changedAt: Instant
  readonly changedBy: Changer
}

/** A place in a list of products to go on below. */
export interface ProductPlace {
  readonly at: Instant
  readonly id: string
}

export function asProduct(document: ProductDocument): Product {
  return { ...rulesIn(document), id: document._id }
}

/** What the merchant says of it, without what the shop adds. */
export function rulesIn(document: ProductDocument): ProductRules {
  const { name, description, pictures, category, options, variants, isOnSale, opensAt, earlyHours } = document
  return { name, description, pictures, category, options, variants, isOnSale, opensAt, earlyHours }
}

export function readProduct(cloud: Cloud, id: string): Promise<ProductDocument | null> {
  return getById<ProductDocument>(cloud, 'products', id)
}

export function readProducts(cloud: Cloud, ids: readonly string[]): Promise<ProductDocument[]> {
  return getByIds<ProductDocument>(cloud, 'products', [...new Set(ids)])
}

/** Products that meet all that is asked, the newest first, below a place where one is given. */
export async function readProductsBelow(
  cloud: Cloud,
  which: { readonly isOnSale?: true; readonly category?: string },
  below: ProductPlace | undefined,
  limit: number,
): Promise<ProductDocument[]> {
  const { command } = cloud.db
  if (!below) return newest(cloud, which, limit)
  const [ofThatInstant, earlier] = await Promise.all([
    newest(cloud, { ...which, listedAt: below.at, _id: command.lt(below.id) }, limit),
    newest(cloud, { ...which, listedAt: command.lt(below.at) }, limit),
  ])
  return [...ofThatInstant, ...earlier].slice(0, limit)
}

async function newest({ db }: Cloud, which: object, limit: number): Promise<ProductDocument[]> {
  const { data } = await db
    .collection('products')
    .where(which)
    .orderBy('listedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as ProductDocument[]
}

/** Whether some product stands in one of these categories. */
export async function isAnyIn(cloud: Cloud, categories: readonly string[]): Promise<string | null> {
  if (categories.length === 0) return null
  const { data } = await cloud.db
    .collection('products')
    .where({ category: cloud.db.command.in([...categories]) })
    .field({ category: true })
    .limit(1)
    .get()
  return (data as Pick<ProductDocument, 'category'>[])[0]?.category ?? null
}

export type SavedProduct = { readonly saved: ProductDocument } | { readonly newer: ProductDocument | null }

/**
 * Saves a product over the version that was looked at; 0 makes it. The same save by the same person again is answered
 * with what is there; where somebody else saved: `newer`, null when there is no such product.
 */
export async function saveProduct(
  cloud: Cloud,
  id: string,
  rules: ProductRules,
  expectedVersion: number,
  by: Changer,
  at: Instant,
): Promise<SavedProduct> {
  const change = { version: expectedVersion + 1, changedAt: at, changedBy: by }
  const document: ProductDocument = { _id: id, schemaVersion: 1, ...rules, ...change, listedAt: at }
  const isSaved =
    expectedVersion === 0
      ? (await insert(cloud, 'products', document)) === 'done'
      : await updateProduct(cloud, id, expectedVersion, { ...rules, ...change })
  if (isSaved && expectedVersion === 0) return { saved: document }
  const now = await readProduct(cloud, id)
  if (!now) return { newer: null }
  const isOurs =
    now.version === expectedVersion + 1 &&
    now.changedBy.memberId === by.memberId &&
    isDeepStrictEqual(rulesIn(now), rules)
  return isSaved || isOurs ? { saved: now } : { newer: now }
}

async function updateProduct(
  { db }: Cloud,
  id: string,
  expectedVersion: number,
  changes: object,
): Promise<boolean> {
  const { updated } = (await db
    .collection('products')
    .where({ _id: id, version: expectedVersion })
    .update(wholeFields(db, changes))) as { updated: number }
  return updated === 1
}

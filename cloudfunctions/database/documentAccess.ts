import type { Cloud } from './cloud'
import type { CollectionName } from './collections'
import { failureOf } from './failures'
import { INSERTS_A_CALL, slicesOf } from './slices'

export interface Identified {
  readonly _id: string
}

/** The SDK's own limit on what one read may answer. */
export const READ_LIMIT = 1_000

export async function getById<T extends Identified>(
  cloud: Cloud,
  collection: CollectionName,
  id: string,
): Promise<T | null> {
  const { data } = (await cloud.db.collection(collection).doc(id).get()) as { data: T[] }
  return data[0] ?? null
}

/** Reads many by id in one call (at most READ_LIMIT); what is not there is left out. */
export async function getByIds<T extends Identified>(
  cloud: Cloud,
  collection: CollectionName,
  ids: readonly string[],
  fields?: Readonly<Record<string, true>>,
): Promise<T[]> {
  if (ids.length === 0) return []
  if (ids.length > READ_LIMIT) throw new RangeError(`getByIds: ${ids.length} ids in one read`)
  const query = cloud.db
    .collection(collection)
    .where({ _id: cloud.db.command.in([...ids]) })
    .limit(READ_LIMIT)
  const { data } = await (fields ? query.field(fields) : query).get()
  return data as T[]
}

/** Writes a whole document, new or over the old one. Only for documents that nobody computes from. */
export async function put<T extends Identified>(
  cloud: Cloud,
  collection: CollectionName,
  document: T,
): Promise<void> {
  const { _id, ...body } = document
  await cloud.db.collection(collection).doc(_id).set(body)
}

/** Inserts; `taken` when the id is there already. */
export async function insert<T extends Identified>(
  cloud: Cloud,
  collection: CollectionName,
  document: T,
): Promise<'done' | 'taken'> {
  try {
    await cloud.db.collection(collection).add(document)
    return 'done'
  } catch (error) {
    if (failureOf(error) === 'duplicate') return 'taken'
    throw error
  }
}

/** Inserts all that are not there yet: a duplicate is no error, since it was put there before. */
export async function insertMissing<T extends Identified>(
  cloud: Cloud,
  collection: CollectionName,
  documents: readonly T[],
): Promise<void> {
  await Promise.all(
    slicesOf(documents, INSERTS_A_CALL).map(async (slice) => {
      try {
        await cloud.db.collection(collection).add([...slice])
      } catch (error) {
        if (failureOf(error) !== 'duplicate') throw error
        // The batch stopped at the first one that was there: put in the rest one by one.
        await Promise.all(slice.map((document) => insert(cloud, collection, document)))
      }
    }),
  )
}

import type { Cloud } from '../cloudfunctions/database/cloud'
import { collections } from '../cloudfunctions/database/collections'

/** Makes the collections that the product declares. */
export async function ensureCollections({ db }: Cloud): Promise<void> {
  for (const { name } of collections) {
    await db.createCollection(name).catch((error: { code?: string }) => {
      if (!/EXIST/.test(String(error.code))) throw error
    })
  }
}

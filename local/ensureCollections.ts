import { collections } from '../cloudfunctions/database/collections'
import { openManager } from '../scripts/cloud/credentials'
import { ensureIndexes } from '../scripts/indexes/ensureIndexes'
import type { Environment } from './cloud/functions/platformContext'

/** Makes the collections and indexes that the product declares, with the code that prepares the real cloud. */
export async function ensureCollections(environment: Environment, gatewayPort: number): Promise<void> {
  // Where manager-node sends its requests can be told to it in no other way.
  process.env.TCB_BASE_URL = `http://127.0.0.1:${gatewayPort}`
  await ensureIndexes(openManager(environment), collections)
}

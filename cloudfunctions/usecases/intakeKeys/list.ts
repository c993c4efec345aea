import { ok } from '@shared/kernel/result'
import { readSources } from '../../database/intakeKeys'
import type { UseCase } from '../../runtime/call'

export const list: UseCase<'intakeKeys.list'> = async ({ cloud }) => {
  const sources = await readSources(cloud)
  return ok({
    sources: sources.map(({ _id, keys }) => ({
      source: _id,
      keys: keys.map(({ id, createdAt, offAt }) => ({ id, createdAt, offAt })),
    })),
  })
}

import type CloudBase from '@cloudbase/manager-node'
import type { Deployment } from '../../cloudfunctions/deployed'
import type { PresentFunction } from './compareDeployed'

export type PresentFunctions = ReadonlyMap<string, PresentFunction | null>

/** What the environment has of the functions declared; null for one that is not there. */
export async function readPresentFunctions(
  manager: CloudBase,
  deployments: readonly Deployment[],
): Promise<PresentFunctions> {
  // Asking for one first lets the manager learn the environment once, not five times side by side.
  await manager.currentEnvironment().lazyInit()
  return new Map(
    await Promise.all(
      deployments.map(async ({ name }) => [name, await readFunction(manager, name)] as const),
    ),
  )
}

async function readFunction(manager: CloudBase, name: string): Promise<PresentFunction | null> {
  try {
    return await manager.functions.getFunctionDetail(name)
  } catch (error) {
    if (isNotThere(error)) return null
    throw error
  }
}

function isNotThere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ResourceNotFound.Function')
}

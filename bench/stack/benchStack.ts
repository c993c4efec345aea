import { rm } from 'node:fs/promises'
import { connect, type Cloud } from '../../cloudfunctions/database/cloud'
import { DataFolder } from '../../local/dataFolder/dataFolder'
import type { GatewayStats } from '../../local/cloud/gateway/startGateway'
import { buildOnce } from '../../tests/support/buildOnce'
import { startStack, type RunningStack, type StackOptions } from '../../tests/support/startStack'
import { makeFunctionsFolder } from './functionsFolder'

/** The local stack as people start it, in processes of its own, with the bare function beside the product's. */
export interface BenchStack {
  readonly stack: RunningStack
  /** The way to its database for whatever is made ready before something is measured. */
  readonly cloud: Cloud
  readonly memberIdSecret: string
  stats(): Promise<GatewayStats>
  resetStats(): Promise<void>
  close(): Promise<void>
}

export async function openBenchStack(
  options: Pick<StackOptions, 'dataDir' | 'clock'> = {},
): Promise<BenchStack> {
  await buildOnce()
  const functions = await makeFunctionsFolder()
  const stack = await startStack({ ...options, env: { CHANGKE_FUNCTIONS: functions } })
  try {
    const admin = await databaseUrl(stack)
    const { memberIdSecret, ...keys } = DataFolder.open(stack.dataDir).secrets()
    const statsUrl = new URL('/stats', admin)
    return {
      stack,
      cloud: connect({ env: 'changke-local', serviceUrl: admin, ...keys }),
      memberIdSecret,
      stats: async () => (await (await fetch(statsUrl)).json()) as GatewayStats,
      resetStats: async () => void (await fetch(`${statsUrl.href}/reset`, { method: 'POST' })),
      close: async () => {
        await stack.stop()
        await rm(functions, { recursive: true })
      },
    }
  } catch (error) {
    await stack.stop()
    throw error
  }
}

/** Programs outside need only one port; the database's own is known to the functions. */
async function databaseUrl(stack: RunningStack): Promise<string> {
  const { url } = (await stack.call('bench', 'bare', 'gateway')) as unknown as { url: string }
  return url
}

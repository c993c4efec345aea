import { connect, type Cloud } from '../../cloudfunctions/database/cloud'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { DataFolder } from '../../local/dataFolder/dataFolder'
import type { RunningStack } from './startStack'

/** A way into a stack's database, for what would take a shop years to come by. */
export function databaseOf(stack: RunningStack): { cloud: Cloud; memberId: (openid: string) => string } {
  // Without them the SDK asks the network where it runs.
  process.env.TENCENTCLOUD_RUNENV ??= 'SCF'
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
  process.env.SCF_NAMESPACE ??= 'changke-local'
  const { memberIdSecret, ...keys } = DataFolder.open(stack.dataDir).secrets()
  return {
    cloud: connect({ env: 'changke-local', serviceUrl: `${stack.url}/admin`, ...keys }),
    memberId: (openid) => memberIdOf(openid, memberIdSecret),
  }
}

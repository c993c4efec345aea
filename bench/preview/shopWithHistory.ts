import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dayOf } from '@shared/kernel/businessDay'
import { DataFolder } from '../../local/dataFolder/dataFolder'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { bookedMembers, putMembers } from '../../tests/support/bookedMembers'
import { fillFolder } from '../../tests/support/fillFolder'
import { HISTORY_FILE, readHistory } from '../../tests/support/realHistory'
import { openBenchStack, type BenchStack } from '../stack/benchStack'

const CLOCK = '2022-07-01T04:00:00Z'
const CUSTOMERS = 23_544

export interface ShopWithHistory {
  readonly members: number
  readonly bench: BenchStack
  close(): Promise<void>
}

/** A shop with the members of a history as its import leaves them: of the real one where it is given, else of one of its shape. */
export async function openShopWithHistory(): Promise<ShopWithHistory> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'changke-bench-history-'))
  const { memberIdSecret } = DataFolder.open(dataDir).secrets()
  const rows = HISTORY_FILE ? readHistory(HISTORY_FILE) : generateHistory(musicShop(1, CUSTOMERS))
  const at = Date.parse(CLOCK)
  const accounts = bookedMembers(rows, memberIdSecret, dayOf(at), at)
  await fillFolder(dataDir, (gateway, envName) => putMembers(gateway, envName, accounts))
  const bench = await openBenchStack({ dataDir, clock: CLOCK })
  return {
    members: accounts.length,
    bench,
    async close() {
      await bench.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

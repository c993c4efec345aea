import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { DataFolder } from '../../local/dataFolder/dataFolder'
import { fillFolder } from '../../tests/support/fillFolder'
import { addMembers, checkedIn } from '../../tests/support/manyMembers'
import { openBenchStack, type BenchStack } from '../stack/benchStack'

/** What joining in 2026 earned has lapsed by then; of what joining in 2027 earned nobody is even to be told. */
const CLOCK = '2028-01-01T04:00:00Z'
const DUE_JOINED = '2026-06-01'
const OTHERS_JOINED = '2027-06-01'
const A_CALL = 500

/** A shop of so many members; for the same few of them something falls due again whenever that is wanted. */
export interface ShopWithMembers {
  readonly members: number
  readonly bench: BenchStack
  makeDue(): Promise<void>
  close(): Promise<void>
}

export async function openShopWithMembers(members: number, due: number): Promise<ShopWithMembers> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'changke-bench-members-'))
  const { memberIdSecret } = DataFolder.open(dataDir).secrets()
  const idsOf = (kind: string, count: number) =>
    Array.from({ length: count }, (_, number) => memberIdOf(`${kind}-${number}`, memberIdSecret))
  const others = idsOf('other', members - due)
  await fillFolder(dataDir, (gateway, envName) => addMembers(gateway, envName, others, OTHERS_JOINED))
  const bench = await openBenchStack({ dataDir, clock: CLOCK })
  const accounts = idsOf('due', due).map((memberId) => checkedIn(memberId, DUE_JOINED))
  return {
    members,
    bench,
    async makeDue() {
      const { db } = bench.cloud
      for (let at = 0; at < due; at += A_CALL) {
        const slice = accounts.slice(at, at + A_CALL)
        const ids = slice.map(({ _id }) => _id)
        await db
          .collection('members')
          .where({ _id: db.command.in(ids) })
          .remove()
        await db.collection('members').add(slice)
      }
    },
    async close() {
      await bench.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

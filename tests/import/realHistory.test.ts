import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startStack } from '../support/startStack'
import { auditAll } from './auditAll'
import { runImport } from './runImport'

/** The CDNOW purchase history; it is no part of the project. */
const FILE = process.env.CHANGKE_HISTORY
const WHOLE = { members: 23_544, orders: 69_659, ordersFen: 250_031_563, differences: [] }

const itWithHistory = FILE ? it : it.skip

itWithHistory(
  'a real shop’s history goes in whole and to the fen, and a second time changes nothing',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'real-'))
    const rejects = path.join(folder, 'rejects.csv')
    const stack = await startStack()
    const first = await runImport(FILE!, '--url', stack.url, '--rejects', rejects)
    console.info(first.stdout)
    expect(first).toMatchObject({ code: 0 })
    expect(first.stdout).toContain(
      '69659 imported, 0 already in, 23544 members made\n2500315.63 yuan imported\n0 rejected\n',
    )
    expect(await auditAll(stack)).toEqual(WHOLE)

    const second = await runImport(FILE!, '--url', stack.url, '--rejects', rejects)
    expect(second.stdout).toContain(
      '0 imported, 69659 already in, 0 members made\n0.00 yuan imported\n0 rejected\n',
    )
    await stack.stop()
    await rm(folder, { recursive: true, force: true })
  },
  900_000,
)

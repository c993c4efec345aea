import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const PLANTED = path.join(__dirname, 'fixtures/imports')

function cruise(folder: string): { status: number | null; lines: string[] } {
  const script = path.join(root, 'scripts/verify/cruiseImports.mjs')
  const { status, stdout } = spawnSync(process.execPath, [script, folder])
  return { status, lines: stdout.toString().trim().split('\n') }
}

/** Each file of the fixture that breaks the table, and the rule that must say so. */
const FORBIDDEN: readonly (readonly [file: string, rule: string])[] = [
  ['shared/kernel/reachesUp.ts', 'kernel-imports-only-what-it-is-given'],
  ['shared/kernel/knowsZones.ts', 'only-the-business-day-knows-time-zones'],
  ['shared/rules/readsFiles.ts', 'rules-runs-without-node'],
  ['shared/rules/asksContracts.ts', 'rules-imports-only-what-it-is-given'],
  ['shared/contracts/runsRules.ts', 'contracts-takes-types-only'],
  ['cloudfunctions/database/knowsContracts.ts', 'database-imports-only-what-it-is-given'],
  ['cloudfunctions/runtime/knowsUsecases.ts', 'runtime-imports-only-what-it-is-given'],
  ['cloudfunctions/usecases/points/callsServe.ts', 'usecases-takes-types-only'],
  ['cloudfunctions/usecases/points/opensSdk.ts', 'usecases-imports-only-what-it-is-given'],
  ['cloudfunctions/shopper/opensDatabase.ts', 'functions-imports-only-what-it-is-given'],
  ['miniprogram/features/runsContracts.ts', 'miniprogram-takes-types-only'],
  ['miniprogram/features/callsFunctions.ts', 'miniprogram-imports-only-what-it-is-given'],
  ['scripts/needsLocal.ts', 'nobody-imports-local-tests-bench'],
  ['scripts/importsATest.ts', 'nobody-imports-a-test'],
  ['scripts/turnsBack.ts', 'no-circles'],
  ['scripts/importsNothingThere.ts', 'every-import-resolves'],
]

describe('who may import whom', () => {
  const planted = cruise(PLANTED)

  test.each(FORBIDDEN)('%s is caught by %s', (file, rule) => {
    expect(planted.lines.filter((line) => line.startsWith(`${rule}: ${file} →`))).not.toEqual([])
  })

  test('what the table allows is not complained of', () => {
    const complaints = planted.lines.filter((line) => line.includes('→'))
    const files = complaints.map((line) => /: (\S+) →/.exec(line)?.[1])
    expect([...new Set(files)].sort()).toEqual(FORBIDDEN.map(([file]) => file).sort())
    expect(planted.status).toBe(1)
  })

  test('a cruiser that saw nothing does not pass', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'changke-empty-'))
    try {
      expect(cruise(empty).status).toBe(1)
    } finally {
      rmSync(empty, { recursive: true })
    }
  })
})

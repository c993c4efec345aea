// npm run guards: takes each guard of the books out, one at a time, and sees its test fail.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { Guard } from './guard'
import { guards } from './guards'

const ROOT = path.resolve(import.meta.dirname, '../..')
const WORK = mkdtempSync(path.join(tmpdir(), 'changke-guards-'))

interface JestConfig {
  readonly projects: readonly { readonly transform: Readonly<Record<string, readonly [string, object]>> }[]
}

interface JestResults {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
    readonly message: string
  }[]
}

/** The names of the tests that fail without a guard. Throws when the file of the tests could not be run at all. */
function failingWithout({ file, from, to, test }: Guard): string[] {
  const [usual] = (createRequire(import.meta.url)(path.join(ROOT, 'jest.config.cjs')) as JestConfig).projects
  const [pattern, [, swc]] = Object.entries(usual?.transform ?? {})[0] ?? ['', ['', {}]]
  const transformer = path.join(ROOT, 'scripts/guards/withoutGuard.cjs')
  const config = {
    ...usual,
    rootDir: ROOT,
    transform: { [pattern]: [transformer, { swc, root: ROOT, file, from, to }] },
  }
  const [configFile, results] = ['config.json', 'results.json'].map((name) => path.join(WORK, name)) as [
    string,
    string,
  ]
  writeFileSync(configFile, JSON.stringify(config))
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js')
  rmSync(results, { force: true })
  spawnSync(
    process.execPath,
    [
      jest,
      '--config',
      configFile,
      '--silent',
      '--forceExit',
      '--json',
      '--outputFile',
      results,
      '--runTestsByPath',
      test,
    ],
    { cwd: ROOT, stdio: 'ignore', timeout: 180_000 },
  )
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as JestResults
  const [broken] = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
  if (broken) throw new Error(`${test} could not be run without a guard of ${file}:\n${broken.message}`)
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
}

const wanted = process.argv.slice(2).join(' ')
const chosen = guards.filter(({ what, file }) => what.includes(wanted) || file.includes(wanted))
for (const test of new Set(chosen.map((guard) => guard.test))) {
  const failing = failingWithout({ what: '', file: '', from: '', to: '', test })
  if (failing.length > 0) throw new Error(`${test} fails with every guard in place: ${failing.join('; ')}`)
}
let survivors = 0
for (const guard of chosen) {
  const failing = failingWithout(guard)
  if (failing.length === 0) survivors += 1
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : ''
  console.log(`| ${guard.what} | \`${guard.file}\` | ${failing[0] ?? 'NOTHING FAILS'}${more} |`)
}
rmSync(WORK, { recursive: true, force: true })
console.log(
  survivors === 0 ? '\nguards: each is missed by a test' : `\nguards: ${survivors} can be taken out unseen`,
)
process.exitCode = survivors === 0 ? 0 : 1

// npm test: installs what is missing, builds what the tests run (functions, local stack, both apps), runs jest.
// Everything after `--` goes to jest.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { checkNode, inTerminal, installCommand, isInstalled, ROOT } from './installed.mjs'

const RESULTS = path.join(ROOT, '.cache/jest-results.json')

async function installIfMissing() {
  if (isInstalled()) return
  console.log('Installing packages (once; about a minute) …')
  const { command, args, shell } = installCommand()
  if ((await inTerminal(command, args, { shell })) !== 0) throw new Error('npm ci failed')
}

async function build() {
  const args = ['--import', 'tsx', 'scripts/build/build.ts', 'functions', 'local', 'h5', 'weapp']
  if ((await inTerminal(process.execPath, args)) !== 0) throw new Error('the build failed')
}

async function runJest(extra) {
  mkdirSync(path.dirname(RESULTS), { recursive: true })
  rmSync(RESULTS, { force: true })
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js')
  // By itself jest leaves one core idle: on two cores that is half the time.
  const workers = String(Math.max(2, availableParallelism() - 1))
  return inTerminal(process.execPath, [
    jest,
    ...['--ci', '--maxWorkers', workers, '--json', '--outputFile', RESULTS],
    // The functions log every call: of a whole run nobody reads that.
    ...(extra.length > 0 ? [] : ['--silent']),
    ...extra,
  ])
}

/** The last line: how many tests passed and failed. A file that could not even be run counts as a failed test. */
function closingLine() {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(RESULTS, 'utf8'),
  )
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`
}

try {
  checkNode()
  await installIfMissing()
  await build()
  const code = await runJest(process.argv.slice(2))
  console.log(closingLine())
  process.exitCode = code
} catch (error) {
  console.error(`The tests cannot run: ${error.message}`)
  process.exitCode = 1
}

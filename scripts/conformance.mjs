// npm run conformance: checks the facts the code relies on, against the local gateway.
// npm run conformance -- --env <id>: against a real environment, with the keys in TENCENTCLOUD_SECRETID and
// TENCENTCLOUD_SECRETKEY. It makes collections with a random prefix and removes them.
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

function readOptions() {
  const { values, positionals } = parseArgs({ options: { env: { type: 'string' } }, allowPositionals: true })
  const missing = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'].filter((name) => !process.env[name])
  if (values.env !== undefined && missing.length > 0) {
    throw new Error(`Set ${missing.join(' and ')} to the keys of the account that owns ${values.env}`)
  }
  return { env: values.env, patterns: positionals }
}

function run({ env, patterns }) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const args = [jest, '--testPathPatterns', 'tests/conformance', '--testNamePattern', patterns.join('|')]
  // a plan's rate limit counts all callers together, and each call crosses the network
  if (env) args.push('--runInBand', '--testTimeout', '120000')
  const variables = env ? { CHANGKE_CONFORMANCE_ENV: env } : {}
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  })
  child.on('close', (code) => {
    process.exitCode = code ?? 1
  })
}

try {
  run(readOptions())
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

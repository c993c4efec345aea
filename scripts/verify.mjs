// npm run verify: everything about the code that can be checked without running it.
// `npm run verify -- types lint` runs only the steps named.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bin = (packagePath, ...args) => [path.join(root, 'node_modules', packagePath), ...args]

// Longest first, so that the short ones fill the gaps of the second core.
const STEPS = [
  { name: 'lint', args: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'types', args: bin('typescript/bin/tsc', '--noEmit', '-p', '.') },
  { name: 'format', args: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  { name: 'dead code', args: bin('knip/bin/knip.js', '--no-progress') },
  { name: 'imports', args: [path.join(root, 'scripts/verify/cruiseImports.mjs'), root] },
]

function run({ name, args }) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000
      const passed = code === 0
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`)
      resolve({ name, passed, output: Buffer.concat(output).toString() })
    })
  })
}

async function runAll(steps) {
  const waiting = [...steps]
  const results = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step))
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  return results
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. The steps are: ${STEPS.map((s) => s.name).join(', ')}.`)
  process.exit(2)
}

const results = await runAll(wanted.length > 0 ? STEPS.filter((step) => wanted.includes(step.name)) : STEPS)
const failed = results.filter((result) => !result.passed)
for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trimEnd()}`)
console.log(
  failed.length === 0 ? '\nverify: all passed' : `\nverify: failed: ${failed.map((f) => f.name).join(', ')}`,
)
process.exit(failed.length === 0 ? 0 : 1)

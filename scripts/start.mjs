// npm start: installs what is missing, builds what changed, and becomes the local stack.
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { checkNode, installCommand, isInstalled, ROOT } from './installed.mjs'

const QUIET_MS = 2_000
const STEP_MS = 5_000

const PARENT_LOOK_MS = 250

let child

try {
  checkNode()
  stopWithNpm()
  process.on('SIGINT', stopChild)
  process.on('SIGTERM', stopChild)
  if (!isInstalled()) await install()
  await build()
  process.off('SIGINT', stopChild)
  process.off('SIGTERM', stopChild)
  await import(pathToFileURL(path.join(ROOT, 'dist/local/main.cjs')).href)
} catch (error) {
  console.error(`Changke cannot start: ${error.message}`)
  process.exit(1)
}

/** Says that it goes on while it takes long; what npm printed is shown when it fails. */
async function install() {
  const startedAt = Date.now()
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  const tell = () => console.error(`Installing packages … ${seconds()}`)
  const timers = [setTimeout(tell, QUIET_MS), setInterval(tell, STEP_MS)]
  const { command, args, shell } = installCommand()
  const output = []
  try {
    const code = await run(command, args, { shell, stdio: ['ignore', 'pipe', 'pipe'] }, (chunk) =>
      output.push(chunk),
    )
    if (code !== 0) throw new Error(`npm ci failed\n${Buffer.concat(output)}`)
    console.error(`Installing packages: done in ${seconds()}`)
  } finally {
    timers.forEach(clearTimeout)
  }
}

async function build() {
  const args = ['--import', 'tsx', 'scripts/build/build.ts', 'functions', 'local', 'h5']
  if ((await run(process.execPath, args, { stdio: 'inherit' })) !== 0) throw new Error('the build failed')
}

function run(command, args, options, onOutput) {
  child = spawn(command, args, { cwd: ROOT, ...options })
  child.stdout?.on('data', onOutput)
  child.stderr?.on('data', onOutput)
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
}

function stopChild() {
  child?.kill()
  process.exit(0)
}

/** A signal to npm ends npm and its shell, and does not reach this process: their end is the signal. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const look = () => process.ppid !== shell && process.kill(process.pid, 'SIGTERM')
  setInterval(look, PARENT_LOOK_MS).unref()
}

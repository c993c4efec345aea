// Plain JavaScript without packages, since it runs before they are installed.
import { spawn } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const NODE_NEEDED = [20, 11]

/** Throws when this Node is too old for the project. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return
  throw new Error(`it needs Node ${NODE_NEEDED.join('.')} or newer, and this is ${process.versions.node}`)
}

/** Whether node_modules holds what the lock file asks for. By content: a checkout touches files without changing them. */
export function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, { version, integrity, optional, devOptional, link }]) => {
    // Parts for other systems are in the lock file and never installed here.
    if (place === '' || optional || devOptional || link) return true
    return present[place]?.version === version && present[place].integrity === integrity
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * The command that installs. npm names itself when it runs a script; else it is looked for where commands are.
 * Throws when node_modules is a link: `npm ci` would empty the folder of whoever it leads to.
 */
export function installCommand() {
  if (lstatSync(path.join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      'node_modules is a link to another folder and does not fit this project: remove the link first',
    )
  }
  const npm = process.env.npm_execpath
  return npm
    ? { command: process.execPath, args: [npm, 'ci'], shell: false }
    : { command: 'npm', args: ['ci'], shell: process.platform === 'win32' }
}

/** Runs a command in the project's folder with this terminal; answers its exit code. */
export function inTerminal(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

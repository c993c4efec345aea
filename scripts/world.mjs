// npm run world -- <name>: starts the stack with a fresh world in its data folder.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const USAGE = 'usage: npm run world -- <name> [--yes]\n\nworlds: regulars (a demo shop), empty'

const [name, ...options] = process.argv.slice(2)
const folder = path.resolve(ROOT, process.env.CHANGKE_DATA || '.local')

if (!name || name.startsWith('-') || options.some((option) => option !== '--yes')) {
  console.error(USAGE)
  process.exit(2)
}
const held = heldWorld()
if (held && !options.includes('--yes')) {
  console.error(`${folder} holds the world "${held}", and all of it would be lost.`)
  console.error(
    `To start a fresh one there: npm run world -- ${name} --yes. To keep it: set CHANGKE_DATA to another folder.`,
  )
  process.exit(1)
}
process.argv.splice(2, Infinity, '--world', name)
await import('./start.mjs')

function heldWorld() {
  const mark = path.join(folder, 'world.json')
  if (!existsSync(mark)) return undefined
  try {
    return JSON.parse(readFileSync(mark, 'utf8')).name
  } catch {
    return 'that cannot be read'
  }
}

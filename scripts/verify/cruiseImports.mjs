// Checks "who may import whom" in the folder given, and that every source file was really looked at:
// a cruiser that cannot read TypeScript reads 0 modules and says that all is well.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const house = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const root = path.resolve(process.argv[2] ?? house)
const FOLDERS = ['shared', 'cloudfunctions', 'miniprogram', 'local', 'config', 'scripts', 'tests', 'bench']
const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', '.local', '.cache'])

const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)))

function sourcesUnder(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesUnder(file)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : []
  })
}

function cruise() {
  const cli = path.join(house, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = path.join(house, '.dependency-cruiser.cjs')
  const args = [cli, ...folders, '--config', config, '--output-type', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 256 * 1024 * 1024 })
  try {
    return JSON.parse(stdout.toString())
  } catch {
    throw new Error(`dependency-cruiser gave no answer:\n${stdout}\n${stderr}`)
  }
}

const sources = folders.flatMap(sourcesUnder)
const { modules, summary } = cruise()
const seen = new Set(modules.map((module) => module.source))
const unseen = sources.filter((file) => !seen.has(file))

for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`)
if (unseen.length > 0) console.log(`not looked at: ${unseen.join(', ')}`)
if (sources.length === 0) console.log(`no source file in ${root}`)
console.log(`${sources.length - unseen.length} source files, ${summary.totalDependenciesCruised} imports`)
process.exit(summary.violations.length + unseen.length > 0 || sources.length === 0 ? 1 : 0)

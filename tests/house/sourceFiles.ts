import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const FOLDERS = ['shared', 'cloudfunctions', 'miniprogram', 'local', 'config', 'scripts', 'tests', 'bench']
const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', '.local', '.cache'])

/** The text of a file, named from the project's folder. */
export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

export function exists(file: string): boolean {
  return existsSync(path.join(ROOT, file))
}

/** Every file under these folders of the project that `wanted` matches, named from the project's folder. */
export function sourceFiles(wanted: RegExp, folders: readonly string[] = FOLDERS): string[] {
  return folders.filter(exists).flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourceFiles(wanted, [file])
      return wanted.test(entry.name) ? [file] : []
    }),
  )
}

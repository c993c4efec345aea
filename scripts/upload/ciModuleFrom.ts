import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * A file name from which `miniprogram-ci` can be required. npx puts the folder of its commands into PATH and its
 * modules lie beside that; throws when no entry of `searchPath` has it.
 */
export function ciModuleFrom(searchPath: string): string {
  const modules = searchPath
    .split(path.delimiter)
    .map((folder) => path.dirname(folder))
    .find((folder) => existsSync(path.join(folder, 'miniprogram-ci/package.json')))
  if (!modules) throw new Error('miniprogram-ci is not installed beside: run npm run upload -- --check')
  return path.join(path.dirname(modules), 'from.js')
}

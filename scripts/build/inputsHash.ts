import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { inProject } from './places'

/** A hash over names and contents of files and folders of the project; tests beside the sources do not count. */
export async function inputsHash(inputs: readonly string[], ...settings: string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const input of inputs) {
    for (const file of await filesUnder(inProject(input))) {
      hash.update(`\0${path.relative(inProject(), file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

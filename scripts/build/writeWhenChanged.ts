import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file unless it already holds this. Readers see the old or the new content, never half of it.
 * Answers whether it wrote.
 */
export async function writeWhenChanged(file: string, content: Uint8Array | string): Promise<boolean> {
  const wanted = Buffer.from(content)
  const present = await readFile(file).catch(() => undefined)
  if (present?.equals(wanted)) return false
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  await writeFile(draft, wanted)
  await rename(draft, file)
  return true
}

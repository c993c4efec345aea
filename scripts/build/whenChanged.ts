import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { inputsHash } from './inputsHash'
import { oneAtATime } from './oneAtATime'
import { inProject } from './places'
import { writeWhenChanged } from './writeWhenChanged'

export interface Part {
  readonly name: string
  /** Files and folders of the project that go into it. */
  readonly inputs: readonly string[]
  /** Files of the project that it makes; a missing one is reason enough to build. */
  readonly outputs: readonly string[]
  /** What else decides how it comes out. */
  readonly settings?: readonly string[]
}

/**
 * Builds a part unless nothing that goes into it has changed since the last build. Answers whether it built.
 * Two processes never build the same part at once: they would write into each other's output.
 */
export async function whenChanged(part: Part, build: () => Promise<unknown>): Promise<boolean> {
  return oneAtATime(inProject(`dist/.${part.name}-building`), async () => {
    const mark = inProject(`dist/.${part.name}-inputs`)
    const wanted = await inputsHash(part.inputs, ...(part.settings ?? []))
    const isThere = part.outputs.every((file) => existsSync(inProject(file)))
    if (isThere && (await readFile(mark, 'utf8').catch(() => '')) === wanted) return false
    await build()
    await writeWhenChanged(mark, wanted)
    return true
  })
}

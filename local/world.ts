import { type Persona, readWorldMark, writeWorldMark } from './dataFolder/worldMark'

export type Progress = (text: string) => void

/** Makes a world through the doors of a running stack; safe to run again after it was stopped anywhere. */
export type MakeWorld = (
  name: string,
  options: { readonly baseUrl: string; readonly onProgress: Progress },
) => Promise<{ readonly people: readonly Persona[] }>

/**
 * Makes the world that a data folder is to hold, unless it holds one; goes on with one that was interrupted.
 * Answers who can be somebody in it.
 */
export async function ensureWorld(
  markFile: string,
  wanted: string,
  make: (name: string) => ReturnType<MakeWorld>,
): Promise<readonly Persona[]> {
  const kept = readWorldMark(markFile)
  if (kept?.state === 'made') return kept.people
  const name = kept?.name ?? wanted
  writeWorldMark(markFile, { name, state: 'making', people: [] })
  const { people } = await make(name)
  writeWorldMark(markFile, { name, state: 'made', people })
  return people
}

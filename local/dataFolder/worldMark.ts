import { readJson, writeJson } from './jsonFile'

/** Somebody of a world whom a person at the laptop can be. */
export interface Persona {
  readonly openid: string
  readonly name: { readonly zh: string; readonly en: string }
  /** What they are in the shop; null for shoppers. */
  readonly role: 'owner' | 'manager' | 'clerk' | null
}

/** Which world a data folder holds. One that was interrupted is still `making` and is gone on with. */
export interface WorldMark {
  readonly name: string
  readonly state: 'making' | 'made'
  readonly people: readonly Persona[]
}

/** Undefined when none was begun. Throws DamagedFile. */
export function readWorldMark(file: string): WorldMark | undefined {
  return readJson(file, isMark)
}

export function writeWorldMark(file: string, mark: WorldMark): void {
  writeJson(file, mark)
}

function isMark(value: unknown): value is WorldMark {
  const { name, state, people } = (value ?? {}) as Record<string, unknown>
  return typeof name === 'string' && (state === 'making' || state === 'made') && Array.isArray(people)
}

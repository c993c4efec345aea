import type { Persona } from '../dataFolder/worldMark'
import { type Door, json } from './door'

/** Whom a person at the laptop can be in this world. */
export function peopleDoor(people: () => readonly Persona[]): Door {
  return { method: 'GET', path: '/local/people', handle: () => json({ people: people() }) }
}

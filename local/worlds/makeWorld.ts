import { StartFailure } from '../startFailure'
import type { MakeWorld } from '../world'
import { makeRegulars } from './regulars'

const worlds: Readonly<Record<string, MakeWorld>> = {
  regulars: makeRegulars,
  empty: () => Promise.resolve({ people: [] }),
}

/** Makes the world of this name through the doors of a running stack. Throws StartFailure when there is none. */
export const makeWorld: MakeWorld = (name, options) => worldNamed(name)(name, options)

/** Throws StartFailure unless there is a world of this name: to be asked before anything is begun or cleared. */
export function ensureWorldExists(name: string): void {
  worldNamed(name)
}

function worldNamed(name: string): MakeWorld {
  const make = Object.hasOwn(worlds, name) ? worlds[name] : undefined
  if (make) return make
  throw new StartFailure(`no world is called "${name}"; there are: ${Object.keys(worlds).join(', ')}`)
}

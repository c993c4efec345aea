import type { Collection, Index } from '../../cloudfunctions/database/collections'

/** An index as the platform describes it. */
export interface PresentIndex {
  readonly Name: string
  readonly Keys: readonly { readonly Name?: string; readonly Direction?: string }[]
  readonly Unique: boolean
}

export interface IndexPlan {
  readonly create: readonly Index[]
  /** Declared under this name, but over other fields: to be dropped and made anew. */
  readonly change: readonly Index[]
  /** Names of indexes that nobody declared. */
  readonly undeclared: readonly string[]
}

/** Every collection has the first; those made in the platform's console have the second too. */
const OF_THE_PLATFORM = new Set(['_id_', '_openid_1'])

/** What must happen so that a collection has the indexes that are declared for it. */
export function planIndexes(declared: Collection, present: readonly PresentIndex[]): IndexPlan {
  const presentByName = new Map(present.map((index) => [index.Name, index]))
  const declaredNames = new Set(declared.indexes.map(({ name }) => name))
  return {
    create: declared.indexes.filter(({ name }) => !presentByName.has(name)),
    change: declared.indexes.filter((index) => {
      const found = presentByName.get(index.name)
      return found !== undefined && shapeOf(toPresent(index)) !== shapeOf(found)
    }),
    undeclared: present
      .map(({ Name }) => Name)
      .filter((name) => !declaredNames.has(name) && !OF_THE_PLATFORM.has(name)),
  }
}

function toPresent({ name, keys, unique = false }: Index): PresentIndex {
  return {
    Name: name,
    Keys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
    Unique: unique,
  }
}

function shapeOf({ Keys, Unique }: PresentIndex): string {
  return JSON.stringify([Keys.map(({ Name, Direction }) => [Name, Direction]), Unique])
}

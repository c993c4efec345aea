const TYPES = { String, Number, Boolean, Object, Array, Function }

interface Definition {
  properties?: Record<string, unknown>
}

/**
 * The engine knows property types by identity (`type: Object`), and the app's `Object` is another realm's:
 * the same definition with the engine's own constructors.
 */
export function withOwnTypes<T extends Definition>(definition: T): T {
  if (!definition?.properties) return definition
  const properties = Object.entries(definition.properties).map(([name, property]) => [
    name,
    translated(property),
  ])
  return { ...definition, properties: Object.fromEntries(properties) as Record<string, unknown> }
}

function translated(property: unknown): unknown {
  if (typeof property === 'function') return TYPES[property.name as keyof typeof TYPES] ?? property
  if (property === null || typeof property !== 'object') return property
  const { type, optionalTypes, ...rest } = property as { type?: unknown; optionalTypes?: unknown[] }
  return {
    ...rest,
    ...(type === undefined ? {} : { type: translated(type) }),
    ...(optionalTypes ? { optionalTypes: optionalTypes.map(translated) } : {}),
  }
}

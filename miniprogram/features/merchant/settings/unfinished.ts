/** Lists that mean nothing while they are empty: who or what a rule is for. */
const NEEDED = ['categories', 'products', 'tiers']

/** Whether something of a value is not filled in yet: a number, a name, a list, or a first day after the last. */
export function isUnfinished(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  if (typeof value !== 'object' || value === null) return false
  const { zh, from, to } = value as { zh?: unknown; from?: unknown; to?: unknown }
  if (typeof zh === 'string' && zh.trim() === '') return true
  if (typeof from === 'string' && typeof to === 'string' && from > to) return true
  return Object.entries(value).some(
    ([field, inner]) =>
      (NEEDED.includes(field) && Array.isArray(inner) && inner.length === 0) || isUnfinished(inner),
  )
}

/** What staff may do, least first: each role may do what those before it may. */
export const ROLES = ['clerk', 'manager', 'owner'] as const

export type Role = (typeof ROLES)[number]

export function mayActAs(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

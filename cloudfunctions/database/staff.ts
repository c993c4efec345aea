import type { Role } from '@shared/rules/staff/roles'
import type { Cloud } from './cloud'
import { getById, put } from './documentAccess'
import type { StaffDocument } from './documents'

export async function readRole(cloud: Cloud, memberId: string): Promise<Role | null> {
  const staff = await getById<StaffDocument>(cloud, 'staff', memberId)
  return staff?.role ?? null
}

/** Makes somebody staff, or changes their role. */
export async function writeRole(cloud: Cloud, memberId: string, role: Role, at: number): Promise<void> {
  await put<StaffDocument>(cloud, 'staff', { _id: memberId, schemaVersion: 1, role, addedAt: at })
}

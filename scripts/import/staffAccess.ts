import { randomUUID } from 'node:crypto'
import { callShop, ensureReady, post, type ShopDoor } from './shopDoor'

/**
 * Makes sure that the person at this door may import. On a local stack whose store has nobody yet, they become its owner.
 * Throws ShopAway or ShopRefused.
 */
export async function ensureMayImport(door: ShopDoor): Promise<void> {
  await ensureReady(door.baseUrl)
  const { role } = await callShop(door, 'staff.me', {}, randomUUID())
  if (role === 'owner' || role === 'manager') return
  await post(door, '/local/staff', { openid: door.openid, role: 'owner' })
}

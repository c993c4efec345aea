import { randomUUID } from 'node:crypto'
import type { Day } from '@shared/kernel/day'
import { callShop, ensureReady, post, type ShopDoor } from './shopDoor'

/**
 * Makes sure that the person at this door may import, and answers the store's today. On a local stack whoever is not
 * yet in charge becomes an owner. Throws ShopAway or ShopRefused.
 */
export async function openShop(door: ShopDoor): Promise<{ today: Day }> {
  await ensureReady(door.baseUrl)
  const { role } = await callShop(door, 'staff.me', {}, randomUUID())
  if (role !== 'owner' && role !== 'manager') {
    await post(door, '/local/staff', { openid: door.openid, role: 'owner' })
  }
  const { today } = await callShop(door, 'home.read', {}, randomUUID())
  return { today }
}

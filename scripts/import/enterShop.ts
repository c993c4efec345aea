import { randomUUID } from 'node:crypto'
import type { Day } from '@shared/kernel/day'
import { callShop, post, type ShopDoor } from './shopDoor'

/**
 * Makes sure that the person at this door may import, and answers the store's today. On a local stack whoever is not
 * yet in charge becomes an owner. Throws ShopAway or ShopRefused.
 */
export async function enterShop(door: ShopDoor): Promise<{ today: Day }> {
  const { role } = await callShop(door, 'staff.me', {}, randomUUID())
  if (role !== 'owner' && role !== 'manager') {
    await post(door, '/local/staff', { openid: door.openid, role: 'owner' })
  }
  const { today } = await callShop(door, 'home.read', {}, randomUUID())
  return { today }
}

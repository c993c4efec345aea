import { randomUUID } from 'node:crypto'
import type { Day } from '@shared/kernel/day'
import type { IdentifiedRow } from '@shared/rules/orders/orderRow'
import { batchSender } from '../../scripts/import/batchSender'
import { importOrders } from '../../scripts/import/importOrders'
import { enterShop } from '../../scripts/import/enterShop'
import { callShop, post, type ShopDoor } from '../../scripts/import/shopDoor'
import type { Persona } from '../dataFolder/worldMark'
import type { MakeWorld, Progress } from '../world'
import { cornerShop, DEVOTED_CUSTOMER, STEADY_CUSTOMER } from './cornerShop'
import { generateHistory } from './history'

const SEED = 11
const MEMBERS = 2_000
const PATIENCE_MS = 10_000
const STEP_PERCENT = 10
const CONSENT_VERSION = '1'

const OWNER: Persona = { openid: 'local-owner', name: { zh: '店主', en: 'Owner' }, role: 'owner' }
const CLERK: Persona = { openid: 'local-clerk', name: { zh: '店员', en: 'Clerk' }, role: 'clerk' }
const JOINED: readonly Persona[] = [
  { openid: openidOf(DEVOTED_CUSTOMER), name: { zh: '黄金会员', en: 'A gold member' }, role: null },
  { openid: openidOf(STEADY_CUSTOMER), name: { zh: '白银会员', en: 'A silver member' }, role: null },
]
/** Has a history here and never opened the app. */
const KNOWN: Persona = {
  openid: openidOf(5),
  name: { zh: '未入会的老顾客', en: 'An old customer, not joined' },
  role: null,
}
const NEWCOMER: Persona = { openid: 'newcomer', name: { zh: '新顾客', en: 'A newcomer' }, role: null }

/**
 * The demo shop: 2,000 customers and eighteen months up to the store's today, taken in like any shop's history. Some of
 * them opened the app and joined; nobody has checked in today. Throws ShopAway and ShopRefused.
 */
export const makeRegulars: MakeWorld = async (_name, { baseUrl, onProgress }) => {
  const owner = { baseUrl, openid: OWNER.openid }
  const { today } = await enterShop(owner)
  await importHistory(owner, today, onProgress)
  await post(owner, '/local/staff', { openid: CLERK.openid, role: CLERK.role })
  for (const { openid } of JOINED) {
    await callShop({ baseUrl, openid }, 'member.join', { consentVersion: CONSENT_VERSION }, randomUUID())
  }
  return { people: [...JOINED, KNOWN, NEWCOMER, OWNER, CLERK] }
}

async function importHistory(door: ShopDoor, today: Day, onProgress: Progress): Promise<void> {
  const orders = regularsHistory(today)
  let told = 0
  await importOrders(orders, batchSender(door, 'regulars', { patienceMs: PATIENCE_MS }), {
    onProgress({ done }) {
      const percent = Math.floor((done * 100) / orders.length)
      if (percent < told + STEP_PERCENT) return
      told = percent
      onProgress(`Making the demo shop: ${percent} %`)
    },
  })
}

/**
 * The orders of the demo shop up to a day. An order's number does not depend on that day, so a world that was stopped
 * and is gone on with tomorrow has no order twice.
 */
export function regularsHistory(today: Day): IdentifiedRow[] {
  const ordersOf = new Map<string, number>()
  return generateHistory(cornerShop(SEED, MEMBERS, today)).map((row) => {
    const ordinal = (ordersOf.get(row.customer) ?? 0) + 1
    ordersOf.set(row.customer, ordinal)
    const order = `${row.customer}-${ordinal}`
    return { ...row, openid: openidOf(Number(row.customer)), order, externalId: order }
  })
}

function openidOf(customer: number): string {
  return `regular-${String(customer).padStart(4, '0')}`
}

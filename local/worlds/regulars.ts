import { randomUUID } from 'node:crypto'
import type { Day } from '@shared/kernel/day'
import type { IdentifiedRow } from '@shared/rules/orders/orderRow'
import { batchSender } from '../../scripts/import/batchSender'
import { importOrders } from '../../scripts/import/importOrders'
import { enterShop } from '../../scripts/import/enterShop'
import { callShop, post, type ShopDoor } from '../../scripts/import/shopDoor'
import type { Persona } from '../dataFolder/worldMark'
import type { MakeWorld, Progress } from '../world'
import { campaignRules, earningRules, pointsRules, saveRules } from './houseRules'
import { giveBack, sellAll } from './counter'
import { DEBTOR_REFUND, pendingSales, sales, shortLivedSales, type CounterSale } from './counterSales'
import { cornerShop, DEVOTED_CUSTOMER, STEADY_CUSTOMER } from './cornerShop'
import { generateHistory } from './history'
import { fillPurses } from './purses'
import { fillShelves } from './shelves'

const SEED = 11
const MEMBERS = 2_000
const PATIENCE_MS = 10_000
const STEP_PERCENT = 10
const CONSENT_VERSION = '1'
const DAYS_TO_WAIT = 7
/** A week before the first reminder. */
const DAYS_UNTIL_LAPSE = 37
/** Customers who come to the counter too. */
const FIRST_OTHER = 10
const OTHERS = 12

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
/** Has used points that then had to go back. */
const DEBTOR: Persona = {
  openid: 'local-debtor',
  name: { zh: '退货后欠积分的会员', en: 'A member who owes points' },
  role: null,
}
const NEWCOMER: Persona = { openid: 'newcomer', name: { zh: '新顾客', en: 'A newcomer' }, role: null }

/**
 * The demo shop: 2,000 customers and eighteen months up to the store's today, taken in like any shop's history; its
 * rules and campaigns, goods in its mini-program, coupons and stored value, and a day at the counter. Some customers opened the app and joined; nobody has checked in today.
 * Throws ShopAway and ShopRefused.
 */
export const makeRegulars: MakeWorld = async (_name, { baseUrl, onProgress }) => {
  const owner = { baseUrl, openid: OWNER.openid }
  const { today } = await enterShop(owner)
  await importHistory(owner, today, onProgress)
  await post(owner, '/local/staff', { openid: CLERK.openid, role: CLERK.role })
  for (const { openid } of [...JOINED, DEBTOR]) {
    await callShop({ baseUrl, openid }, 'member.join', { consentVersion: CONSENT_VERSION }, randomUUID())
  }
  await fillShelves(owner, today)
  const clerk = { baseUrl, openid: CLERK.openid }
  await fillPurses(owner, clerk, openidOf(DEVOTED_CUSTOMER))
  await openForTheDay(owner, clerk, today)
  return { people: [...JOINED, DEBTOR, KNOWN, NEWCOMER, OWNER, CLERK] }
}

/** Rules change twice on the way, so that points are pending, some lapse soon, and orders stand under several versions. */
async function openForTheDay(owner: ShopDoor, clerk: ShopDoor, today: Day): Promise<void> {
  const { soonSpent, soonLapsed, rest } = regularsSales()
  await saveRules(owner, 1, [earningRules(DAYS_TO_WAIT), campaignRules(today), pointsRules(DAYS_UNTIL_LAPSE)])
  await sellAll(clerk, soonSpent)
  await saveRules(owner, 2, [earningRules(0)])
  await sellAll(clerk, soonLapsed)
  await saveRules(owner, 2, [pointsRules()])
  await sellAll(clerk, rest)
  await giveBack(clerk, DEBTOR.openid, DEBTOR_REFUND.number, DEBTOR_REFUND.amountFen)
}

/** The sales of the day: of points that come in later, of points that lapse soon, and the rest. */
export function regularsSales(): Readonly<
  Record<'soonSpent' | 'soonLapsed' | 'rest', readonly CounterSale[]>
> {
  const [devoted, steady] = [openidOf(DEVOTED_CUSTOMER), openidOf(STEADY_CUSTOMER)]
  const others = Array.from({ length: OTHERS }, (_, index) => openidOf(FIRST_OTHER + index))
  return {
    soonSpent: pendingSales(devoted),
    soonLapsed: shortLivedSales(devoted, steady),
    rest: sales(devoted, steady, DEBTOR.openid, others),
  }
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

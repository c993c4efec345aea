import { existsSync } from 'node:fs'
import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises'
import type { NamesOf } from '@shared/contracts'
import { DEFAULT_SHOP } from '@shared/rules/shopOrders/settings'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { Payment } from '@shared/rules/payments/payment'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { settingsReader } from '../../cloudfunctions/database/settings'
import { setEnvironment } from '../../cloudfunctions/runtime/environment'
import { transactionOf } from '../../local/wechat/pay/payments'
import { must, saveTemplate } from '../support/couponShop'
import { inProcessDatabase } from '../support/inProcessDatabase'
import { addProduct, buying, type OrderShop } from '../support/orderShop'
import { openPayShop, type PayShop } from '../support/payShop'
import { makeNotice, sendNotice } from '../support/notices'
import { SHOP_ENV, type Answered } from '../support/shop'
import { writeLevels, writeTopic, YEARLY } from '../support/writeLevels'

/** Linux's folder in memory: the disk is waited for at every commit elsewhere. */
const MEMORY = '/dev/shm'
const LONGEST_WAIT_MS = 4
const PAYER_WAITS_MS = 150

export const YUAN = 100

/** A shop on which everybody sets at once. Freight is free, and coupons go together with anything. */
export interface RaceShop extends OrderShop {
  /** Goods of their own for a trial. */
  goods(name: string, yuan: number, pieces: number): Promise<string>
  orderOf(id: string): Promise<ShopOrder | null>
  paymentOf(id: string): Promise<Payment | null>
  /** WeChat tells once more of a payment that was made; the status that it is answered with. */
  tellAgain(id: string): Promise<number>
  /** The payer pays, some moment from now. */
  decideSoon(id: string): Promise<boolean>
  /** A call under a request's own id, as a tap that is repeated has it. */
  press(
    openid: string,
    action: NamesOf<'merchant'>,
    input: unknown,
    requestId: string,
  ): Promise<Answered<unknown>>
  /** What of an order WeChat has and has given back. */
  atWeChat(id: string): { readonly paidFen: number; readonly refundedFen: number; readonly refunds: number }
}

/**
 * The deployed functions and WeChat Pay over HTTP, on the local cloud's gateway in this process. Each request to it waits a
 * random moment, so that no two trials meet in the same order.
 */
export async function openRaceShop(): Promise<RaceShop> {
  if (existsSync(MEMORY)) process.env.TMPDIR = MEMORY
  const shop = await openPayShop()
  const db = inProcessDatabase(SHOP_ENV, async (request) => {
    await (Math.random() < 0.5 ? soon() : pause(Math.random() * LONGEST_WAIT_MS))
    return shop.gateway.answer(request, { invocation: undefined, source: '' })
  })
  const cloud = { ...shop.cloud, db }
  for (const role of ['owner', 'manager', 'clerk'] as const) await shop.staff(role, role)
  await writeLevels(shop, YEARLY)
  await writeTopic(shop, 'shop', { ...DEFAULT_SHOP, version: 1, freightFen: 0 })
  setEnvironment({ cloud, settings: settingsReader(cloud), secret: process.env.CHANGKE_SECRET ?? '' })
  const categories = [{ id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }]
  must(await shop.merchant('manager', 'categories.save', { expectedVersion: 0, categories }))
  await saveTemplate(shop, 'five', {
    takesOff: { kind: 'cashOff', amountFen: 5 * YUAN },
    requirement: { of: 'none' },
    perMember: 20,
    stacking: { withAutomatic: true, withCodes: true },
  })
  const raced = { ...shop, cloud }
  return { ...raced, ...buying(raced), ...looking(raced) }
}

function looking(shop: PayShop): Omit<RaceShop, keyof OrderShop> {
  return {
    async goods(name, yuan, pieces) {
      await addProduct(shop, name, yuan, pieces)
      return name
    },
    orderOf: (id) => getById<ShopOrder>(shop.cloud, 'shopOrders', id),
    paymentOf: (id) => getById<Payment>(shop.cloud, 'payments', id),
    async tellAgain(id) {
      const { store, merchant, keys } = shop.pay
      const resource = transactionOf(merchant, store.payment(id)!, false)
      return sendNotice(shop.url, makeNotice(keys, Date.now(), resource))
    },
    async decideSoon(id) {
      await pause(Math.random() * PAYER_WAITS_MS)
      return shop.decide(id, 'success')
    },
    press: (openid, action, input, requestId) =>
      shop.raw('merchant', { action, input, requestId }, { openid, source: 'wx_client' }) as Promise<
        Answered<unknown>
      >,
    atWeChat(id) {
      const payment = shop.pay.store.payment(id)
      const refunds = shop.pay.store.refundsOf(id)
      const refundedFen = refunds.reduce((sum, { refundFen }) => sum + refundFen, 0)
      const paidFen = payment?.state === 'SUCCESS' ? payment.amountFen : 0
      return { paidFen, refundedFen, refunds: refunds.length }
    },
  }
}

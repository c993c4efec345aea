import type { InputOf } from '@shared/contracts'
import { RULES } from '@shared/rules/coupons/exampleCoupon'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { CouponRules, CouponTemplate } from '@shared/rules/coupons/template'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { fakeDate } from './fakeDate'
import { openShop, type Answered, type Shop } from './shop'

/** A shop with its owner, on a date that stands still. */
export async function openCouponShop(): Promise<Shop> {
  fakeDate('2026-06-18T04:00:00Z')
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  const shop = await openShop()
  await shop.staff('owner', 'owner')
  return shop
}

/** The value of an answer; throws where it is a refusal. */
export function must<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error(answered.error.message)
  return answered.value
}

/** Saves a template as the merchant's page does. */
export async function saveTemplate(
  shop: Shop,
  id: string,
  more: Partial<CouponRules> = {},
  expectedVersion = 0,
): Promise<void> {
  const input: InputOf<'couponTemplates.save'> = { id, expectedVersion, rules: { ...RULES, ...more } }
  must(await shop.merchant('owner', 'couponTemplates.save', input))
}

export async function couponsIn(shop: Shop, where: object): Promise<Coupon[]> {
  const { data } = await shop.cloud.db
    .collection('coupons')
    .where(where)
    .orderBy('_id', 'asc')
    .limit(1_000)
    .get()
  return data as Coupon[]
}

export async function templateIn(shop: Shop, id: string): Promise<CouponTemplate> {
  const template = await getById<CouponTemplate>(shop.cloud, 'couponTemplates', id)
  if (!template) throw new Error(`no template ${id}`)
  return template
}

/** A call that repeats under one request, as the app's retries do. */
export async function repeat(
  shop: Shop,
  fn: 'shopper' | 'merchant',
  openid: string,
  action: string,
  input: unknown,
) {
  const event = { action, input, requestId: 'the same' }
  return (await shop.raw(fn, event, { openid, source: 'wx_client' })) as Answered<unknown>
}

import { randomUUID } from 'node:crypto'
import type { InputOf } from '@shared/contracts'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { callShop, get, ShopRefused, type ShopDoor } from '../../scripts/import/shopDoor'
import { saveRules, type Rules } from './houseRules'

type Coupon = InputOf<'couponTemplates.save'>['rules']

const YUAN = 100
const NOTHING = { bonusFen: 0, points: 0, growth: 0, coupons: [] }

/** Freight of the mini-program, and what can be topped up. */
function tradeRules(): Rules[] {
  const { spendingOrder, prepaid } = DEFAULT_WALLET
  const plan = { isOn: true, from: null, to: null, isFirstOnly: false, mostPerMember: null }
  return [
    {
      topic: 'shop',
      value: {
        freightFen: 8 * YUAN,
        freeFromFen: 199 * YUAN,
        memberPrice: { withAutomatic: false, withCodes: true },
        discounts: [],
      },
    },
    {
      topic: 'wallet',
      value: {
        spendingOrder,
        prepaid,
        yearEnd: { of: 'extends' },
        plans: [
          {
            ...plan,
            ...{ id: 'first-100', name: { zh: '首充有礼', en: 'First top-up' }, payFen: 100 * YUAN },
            ...{ gift: { ...NOTHING, bonusFen: 20 * YUAN }, isFirstOnly: true },
          },
          {
            ...plan,
            ...{ id: 'top-300', name: { zh: '充 300 送 40', en: '300, and 40 on top' }, payFen: 300 * YUAN },
            gift: { ...NOTHING, bonusFen: 40 * YUAN },
          },
          {
            ...plan,
            ...{ id: 'top-1000', name: { zh: '充 1000 送 160', en: '1,000, and 160 on top' } },
            ...{ payFen: 1_000 * YUAN, gift: { ...NOTHING, bonusFen: 160 * YUAN } },
          },
        ],
        anyAmount: { leastFen: 50 * YUAN, brackets: [] },
      },
    },
  ]
}

const COUPON: Coupon = {
  name: { zh: '', en: '' },
  takesOff: { kind: 'freeShipping' },
  goods: { of: 'all' },
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: true },
  validity: { of: 'days', days: 60 },
  audience: { of: 'everyone' },
  perMember: 1,
  total: null,
  claimable: true,
  isOn: true,
}

const COUPONS: Readonly<Record<string, Coupon>> = {
  'over-200': {
    ...COUPON,
    name: { zh: '满 200 减 20', en: '20 off 200' },
    takesOff: { kind: 'cashOff', amountFen: 20 * YUAN },
    requirement: { of: 'minimumAmount', amountFen: 200 * YUAN },
  },
  'coffee-15': {
    ...COUPON,
    name: { zh: '咖啡八五折', en: 'Coffee, 15% off' },
    takesOff: { kind: 'percentOff', rateBp: 8_500, capFen: 30 * YUAN },
    goods: { of: 'categories', categories: ['咖啡'] },
    stacking: { withAutomatic: true, withCodes: false },
  },
  delivery: { ...COUPON, name: { zh: '免运费', en: 'Free delivery' } },
}

/**
 * What shoppers can pay with beside WeChat: coupons to claim, stored value to top up, and some of both in the hands of
 * `holder`. Each once: safe to run again. Throws ShopAway and ShopRefused.
 */
export async function fillPurses(owner: ShopDoor, clerk: ShopDoor, holder: string): Promise<void> {
  await saveRules(owner, 1, tradeRules())
  for (const [id, rules] of Object.entries(COUPONS)) {
    await once(() => callShop(owner, 'couponTemplates.save', { id, expectedVersion: 0, rules }, randomUUID()))
  }
  const { member } = (await get(clerk, `/local/member?openid=${holder}`)) as { member: string }
  const given = { member, template: 'over-200', reason: '开业赠送' }
  await once(() => callShop(owner, 'coupons.give', given, `purse-coupon-${holder}`))
  const { agreement } = await callShop({ ...clerk, openid: holder }, 'wallet.read', {}, randomUUID())
  const topUp = { member, choice: { of: 'plan', planId: 'top-300' }, agreed: agreement.version } as const
  await callShop(clerk, 'wallet.recordTopUp', topUp, `purse-top-up-${holder}`)
}

const DONE_BEFORE = ['SETTINGS_CHANGED', 'COUPON_LIMIT']

async function once(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof ShopRefused) || !DONE_BEFORE.includes(error.code)) throw error
  }
}

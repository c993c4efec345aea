import { randomUUID } from 'node:crypto'
import type { InputOf } from '@shared/contracts'
import { addDays, type Day } from '@shared/kernel/day'
import { DEFAULT_POINTS } from '@shared/rules/points/settings'
import { callShop, get, post, type ShopDoor } from '../../scripts/import/shopDoor'

type Save = InputOf<'settings.save'>
export type Value<T extends Save['topic']> = Extract<Save, { topic: T }>['value']

/** Longer than an instance goes on with the rules that it read. */
const RULES_GONE_MS = 6_000

/**
 * Saves rules as a version of their topics, unless they were saved before, and turns the clock until every instance of
 * the functions reads them. The versions before must have been saved.
 */
export async function saveRules(owner: ShopDoor, version: number, rules: readonly Rules[]): Promise<void> {
  for (const { topic, value } of rules) {
    const { version: now } = await callShop(owner, 'settings.read', { topic }, randomUUID())
    const input = { topic, expectedVersion: version - 1, value } as Save
    if (now < version) await callShop(owner, 'settings.save', input, randomUUID())
  }
  const { now } = (await get(owner, '/local/clock')) as { now: string }
  await post(owner, '/local/clock', { now: new Date(Date.parse(now) + RULES_GONE_MS).toISOString() })
}

export type Rules = { [T in Save['topic']]: { readonly topic: T; readonly value: Value<T> } }[Save['topic']]

const everyone = { of: 'everyone' } as const

/** Gold members and above earn more always, everybody in the month of their birthday. */
export function earningRules(releaseDays: number): Rules {
  const value: Value<'earning'> = {
    pointsPerYuan: 1,
    growthPerYuan: 1,
    multipliers: [
      {
        id: 'gold-and-above',
        name: { zh: '黄金及以上 1.2 倍', en: 'Gold and above, 1.2×' },
        rateBp: 12_000,
        when: { of: 'always' },
        goods: { of: 'all' },
        audience: { of: 'tiers', tiers: ['gold', 'diamond', 'black'] },
      },
      {
        id: 'birthday-month',
        name: { zh: '生日月双倍', en: 'Double in the birthday month' },
        rateBp: 20_000,
        when: { of: 'birthdayMonth' },
        goods: { of: 'all' },
        audience: everyone,
      },
    ],
    stacking: 'best',
    capBp: 30_000,
    releaseDays,
    dailyCaps: {},
  }
  return { topic: 'earning', value }
}

/** Points that are good for some days, or to the end of the next year as they always were. */
export function pointsRules(validDays?: number): Rules {
  const { graceDays, toCash, validity } = DEFAULT_POINTS
  const value: Value<'points'> = {
    graceDays,
    toCash,
    validity: validDays === undefined ? validity : { kind: 'days', validDays },
  }
  return { topic: 'points', value }
}

/** Two campaigns that run and meet, one that is to come, and one that is over. */
export function campaignRules(today: Day): Rules {
  const running = { isOn: true, from: addDays(today, -3), to: addDays(today, 10) }
  const value: Value<'campaigns'> = {
    campaigns: [
      {
        id: 'tea-days',
        name: { zh: '茶叶双倍积分', en: 'Tea days: double points' },
        ...running,
        rateBp: 20_000,
        goods: { of: 'categories', categories: ['茶叶'] },
        audience: everyone,
      },
      {
        id: 'silver-weeks',
        name: { zh: '白银以上 1.5 倍', en: 'Silver and above, 1.5×' },
        ...running,
        rateBp: 15_000,
        goods: { of: 'all' },
        audience: { of: 'tiers', tiers: ['silver', 'gold', 'diamond', 'black'] },
      },
      {
        id: 'snack-week',
        name: { zh: '零食三倍周', en: 'Snack week: triple points' },
        isOn: true,
        from: addDays(today, 14),
        to: addDays(today, 20),
        rateBp: 30_000,
        goods: { of: 'categories', categories: ['零食'] },
        audience: everyone,
      },
      {
        id: 'flask-days',
        name: { zh: '保温杯双倍', en: 'Double for the flask' },
        isOn: true,
        from: addDays(today, -40),
        to: addDays(today, -30),
        rateBp: 20_000,
        goods: { of: 'products', products: ['保温杯 500 毫升'] },
        audience: everyone,
      },
    ],
  }
  return { topic: 'campaigns', value }
}

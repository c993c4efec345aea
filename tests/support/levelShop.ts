import type { InputOf, OutputOf } from '@shared/contracts'
import type { ImpossibleSetting } from '@shared/contracts/errors'
import { LEVELS } from '@shared/rules/tiers/exampleLevels'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import { fakeDate } from './fakeDate'
import { accountOf } from './outbox'
import { openShop, type Shop } from './shop'

export const START = '2026-03-15'
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

export type Save = InputOf<'settings.save'>
type Topic = 'tiers' | 'benefits'
type Stored<T extends Topic> = Extract<OutputOf<'settings.read'>, { topic: T }>

/** The example's three levels, as a merchant edits them. */
export const rules: TierRules = { ...rulesOf(DEFAULT_PROGRAM), levels: LEVELS }

export const later = () => jest.setSystemTime(Date.now() + KEPT_MS)

/** A shop with staff, on a date that stands still at START, and what a merchant and one member do in it. */
export async function openLevelShop() {
  fakeDate(`${START}T10:00:00+08:00`)
  const shop = await openShop()
  for (const role of ['owner', 'manager', 'clerk'] as const) await shop.staff(role, role)
  return { shop, ...merchantOf(shop), ...memberOf(shop) }
}

function merchantOf(shop: Shop) {
  async function read<T extends Topic>(topic: T): Promise<Stored<T>> {
    const answer = await shop.merchant('owner', 'settings.read', { topic })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as Stored<T>
  }
  const send = (input: Save, openid = 'owner') => shop.merchant(openid, 'settings.save', input)
  const sendRules = async (change: Partial<TierRules>) => {
    const { version } = await read('tiers')
    return send({ topic: 'tiers', expectedVersion: version, value: { ...rules, ...change } })
  }
  /** Saves the example's levels but for a change, and lets the minute's timer judge everybody by them. */
  async function save(change: Partial<TierRules> = {}): Promise<void> {
    const saved = await sendRules(change)
    if (!saved.ok) throw new Error(saved.error.message)
    later()
    await shop.timer('everyMinute')
  }
  /** Why the example's levels with a change are refused; nothing when they were saved. */
  async function reasonsOf(change: Partial<TierRules>): Promise<readonly ImpossibleSetting[]> {
    const answer = await sendRules(change)
    if (answer.ok) return []
    expect(answer.error.code).toBe('IMPOSSIBLE_SETTINGS')
    return (answer.error.data as unknown as { reasons: ImpossibleSetting[] }).reasons
  }
  const codesOf = async (change: Partial<TierRules>) => (await reasonsOf(change)).map(({ code }) => code)
  return { read, send, save, reasonsOf, codesOf }
}

function memberOf(shop: Shop) {
  let member = ''
  const tier = async () => (await accountOf(shop, member)).tier
  return {
    /** Joins; what follows is about this member until another joins or is meant. */
    join: async (openid = 'buyer') => {
      member = await shop.join(openid)
    },
    mean: (openid: string) => {
      member = shop.memberId(openid)
    },
    tier,
    levelNow: async () => (await tier()).id,
    buy: async (number: string, yuan: number): Promise<void> => {
      later()
      const lines = [{ category: null, product: null, quantity: 1, amountFen: yuan * 100 }]
      const sold = await shop.merchant('clerk', 'orders.record', { member, number, lines })
      if (!sold.ok) throw new Error(sold.error.message)
    },
    refund: async (number: string, yuan: number): Promise<void> => {
      later()
      const input = {
        member,
        orderId: `counter:${number}`,
        refundId: `back-${number}`,
        amountFen: yuan * 100,
      }
      const done = await shop.merchant('clerk', 'orders.refund', input)
      if (!done.ok) throw new Error(done.error.message)
    },
    /** An order of the earlier system, by who is yet to join. */
    boughtBefore: async (placedDay: string, yuan: number): Promise<void> => {
      const order = { externalId: placedDay, customer: 'c', openid: 'buyer', placedDay, quantity: 1 }
      const rows = [{ ...order, amountFen: yuan * 100 }]
      const done = await shop.merchant('owner', 'orders.import', { source: 'old', rows })
      if (!done.ok) throw new Error(done.error.message)
    },
    /** A later day, with what falls due on the way. */
    goTo: async (day: string): Promise<void> => {
      jest.setSystemTime(Date.parse(`${day}T10:00:00+08:00`))
      await shop.timer('hourly')
    },
  }
}

import type { BenefitSettings } from '@shared/rules/benefits/benefit'
import { level, spend } from '@shared/rules/tiers/exampleLevels'
import { DEFAULT_PROGRAM, type TierProgram } from '@shared/rules/tiers/program'
import type { Shop } from './shop'

const named = (id: string, zh: string, en: string, yuan: number | null) =>
  level(id, yuan === null ? null : spend(yuan), { name: { zh, en } })

/** Three levels by spend, held for a year. */
export const YEARLY: TierProgram = {
  ...DEFAULT_PROGRAM,
  version: 1,
  levels: [
    named('regular', '普通会员', 'Regular', null),
    named('silver', '白银会员', 'Silver', 1_000),
    named('gold', '黄金会员', 'Gold', 5_000),
  ],
  standard: { of: 'total', period: { of: 'sinceUpgrade' } },
  validity: { of: 'calendarYear' },
}

/** Saves levels as they stand, as the page of settings does in the end. */
export const writeLevels = (shop: Shop, value: TierProgram): Promise<void> => writeTopic(shop, 'tiers', value)

export const writeBenefits = (shop: Shop, value: BenefitSettings): Promise<void> =>
  writeTopic(shop, 'benefits', value)

export async function writeTopic(shop: Shop, _id: string, value: object): Promise<void> {
  const topics = shop.cloud.db.collection('settings')
  await topics.where({ _id }).remove()
  await topics.add({ _id, value, changedAt: Date.now(), changedBy: { memberId: 'm', role: 'owner' } })
}

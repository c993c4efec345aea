import type { InputOf, OutputOf } from '@shared/contracts'
import { ok } from '@shared/kernel/result'
import { standingsOf } from '@shared/rules/campaigns/standing'
import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { tierFace } from '@shared/rules/tiers/face'
import { rulesOf } from '@shared/rules/tiers/tierRules'
import { giftChoices } from '@shared/rules/wallet/giftCoupons'
import { LEGAL_PREPAID } from '@shared/rules/wallet/settings'
import { readCategories } from '../../database/categories'
import { readTemplates } from '../../database/couponTemplates'
import { countBefore } from '../../database/members'
import { readTopic } from '../../database/settings'
import type { Call, UseCase } from '../../runtime/call'

type Topic = InputOf<'settings.read'>['topic']
type Beside<T extends Topic> = Omit<Extract<OutputOf<'settings.read'>, { topic: T }>, keyof Stored | 'value'>
type Stored = Pick<OutputOf<'settings.read'>, 'version' | 'changed' | 'today' | 'tiers'>

/** More coupons than these to choose from are no help to anybody. */
const MOST_TEMPLATES = 200

/** Beyond this many it is enough to know that there are more. */
const MOST_COUNTED = 1_000

/** The topic is read afresh: who has just saved must not be shown what an instance still keeps. */
export const read: UseCase<'settings.read'> = async (call, { topic }) => {
  const [document, { tiers }] = await Promise.all([readTopic(call.cloud, topic), call.settings()])
  const saved = document?.value ?? DEFAULT_SETTINGS[topic]
  const { version, ...value } = 'pauses' in saved ? { version: saved.version, ...rulesOf(saved) } : saved
  const beside = await BESIDE[topic](saved as never, call)
  const stored: Stored = {
    version,
    changed: document && {
      at: document.changedAt,
      role: document.changedBy.role,
      isMe: document.changedBy.memberId === call.memberId,
    },
    today: call.today,
    tiers: tiers.levels.map((_, rank) => tierFace(tiers, rank)),
  }
  return ok({ ...beside, ...stored, value } as OutputOf<'settings.read'>)
}

/** What the page of a topic needs beside its value. */
const BESIDE: {
  readonly [T in Topic]: (value: Settings[T], call: Call) => Promise<Beside<T>>
} = {
  earning: () => Promise.resolve({ topic: 'earning' }),
  points: () => Promise.resolve({ topic: 'points' }),
  benefits: () => Promise.resolve({ topic: 'benefits' }),
  memberships: () => Promise.resolve({ topic: 'memberships' }),
  giftCards: async (_value, call) => {
    const { mostBearerFen, bearerYears } = (await call.settings()).wallet.prepaid
    return { topic: 'giftCards', mostBearerFen, bearerYears }
  },
  counter: () => Promise.resolve({ topic: 'counter' }),
  shop: async (_value, { cloud }) => {
    const { categories } = await readCategories(cloud)
    return { topic: 'shop', categories: [...categories] }
  },
  wallet: async (_value, { cloud, today }) => ({
    topic: 'wallet',
    legal: LEGAL_PREPAID,
    templates: giftChoices(await readTemplates(cloud, undefined, MOST_TEMPLATES), today),
  }),
  tiers: ({ pauses }) => {
    const last = pauses.at(-1)
    return Promise.resolve({ topic: 'tiers', offSince: last?.to === null ? last.from : null })
  },
  campaigns: async ({ campaigns }, call) => {
    const { stacking, capBp } = (await call.settings()).earning
    const standings = standingsOf(campaigns, call.today).map((each) => ({
      ...each,
      overlaps: [...each.overlaps],
    }))
    return { topic: 'campaigns', standings, stacking, capBp }
  },
  growth: async ({ version }, { cloud }) => {
    const waiting = await countBefore(cloud, 'growthVersion', version)
    return { topic: 'growth', recounting: { members: Math.min(waiting, MOST_COUNTED), most: MOST_COUNTED } }
  },
}

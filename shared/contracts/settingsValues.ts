import * as z from 'zod'
import type { CampaignSettings } from '@shared/rules/campaigns/settings'
import type { EarningSettings } from '@shared/rules/earning/settings'
import type { GrowthSettings } from '@shared/rules/growth/settings'
import type { MembershipSettings } from '@shared/rules/memberships/settings'
import type { PointsSettings } from '@shared/rules/points/settings'
import type { CounterSettings } from '@shared/rules/counter/settings'
import type { ShopSettings } from '@shared/rules/shopOrders/settings'
import { benefitRules, requirement, stacking } from './benefitRules'
import { giftCardRules } from './giftCardRules'
import { because, name } from './settingShapes'
import { day, fen } from './shapes'
import { tierRules } from './tierRules'
import { walletRules } from './walletRules'

/** What a merchant may set, with its limits. The version stands beside a value and is no part of it. */
type Value<S extends { readonly version: number }> = z.ZodType<Omit<S, 'version'>>

const MOST_MULTIPLIERS = 50
const MOST_CAMPAIGNS = 200
/** In all campaigns together: they are one document. */
const MOST_GOODS_NAMED = 1_000

const rateBp = z.int().min(10_001).max(1_000_000)

const namesOf = z.array(z.string().trim().min(1).max(48)).min(1).max(50)

export const goods = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('all') }),
  z.strictObject({ of: z.literal('categories'), categories: namesOf }),
  z.strictObject({ of: z.literal('products'), products: namesOf }),
])

function goodsNamed(those: z.output<typeof goods>): number {
  if (those.of === 'categories') return those.categories.length
  return those.of === 'products' ? those.products.length : 0
}

const audience = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('everyone') }),
  z.strictObject({ of: z.literal('tiers'), tiers: z.array(z.string().min(1).max(32)).min(1).max(20) }),
  z.strictObject({ of: z.literal('paidMembers') }),
  z.strictObject({ of: z.literal('segment'), segment: z.string().min(1).max(48) }),
])

const dates = { from: day, to: day }
const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to
const OUT_OF_ORDER = because('to', '结束日期不能早于开始日期', 'the last day must not be before the first')

const when = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('always') }),
  z.strictObject({ of: z.literal('birthday') }),
  z.strictObject({ of: z.literal('birthdayMonth') }),
  z.strictObject({ of: z.literal('dates'), ...dates }).refine(inOrder, OUT_OF_ORDER),
])

const ruleShape = { id: z.string().regex(/^[A-Za-z0-9_-]{1,48}$/), name, rateBp, goods, audience }

const hasOwnIds = (rules: readonly { readonly id: string }[]): boolean =>
  new Set(rules.map(({ id }) => id)).size === rules.length
const NO_TWO = ['编号不能重复', 'no two may have the same id'] as const

const dailyCap = z.int().min(0).max(1_000_000)

const earning = z
  .strictObject({
    pointsPerYuan: z.int().min(0).max(1_000),
    growthPerYuan: z.int().min(0).max(1_000),
    multipliers: z.array(z.strictObject({ ...ruleShape, when })).max(MOST_MULTIPLIERS),
    stacking: z.enum(['best', 'sumOfExtras', 'product']),
    capBp: z.int().min(10_000).max(1_000_000).nullable(),
    releaseDays: z.int().min(0).max(365),
    /** Of what can be earned today; other behaviours come with what they are. */
    dailyCaps: z.strictObject({ order: dailyCap.optional(), checkin: dailyCap.optional() }),
  })
  .refine(({ multipliers }) => hasOwnIds(multipliers), because('multipliers', ...NO_TWO))
  .refine(
    // A product of many grows beyond what a whole number of points can hold.
    ({ stacking, capBp }) => stacking !== 'product' || capBp !== null,
    because('capBp', '相乘时要设倍数上限', 'a product of multipliers needs a cap'),
  ) satisfies Value<EarningSettings>

const campaign = z.strictObject({ ...ruleShape, isOn: z.boolean(), ...dates }).refine(inOrder, OUT_OF_ORDER)

const campaigns = z
  .strictObject({ campaigns: z.array(campaign).max(MOST_CAMPAIGNS) })
  .refine((value) => hasOwnIds(value.campaigns), because('campaigns', ...NO_TWO))
  .refine(
    (value) => value.campaigns.reduce((sum, each) => sum + goodsNamed(each.goods), 0) <= MOST_GOODS_NAMED,
    because(
      'campaigns',
      `所有活动列出的分类和商品合计最多 ${MOST_GOODS_NAMED} 个`,
      `all campaigns together name at most ${MOST_GOODS_NAMED} categories and products`,
    ),
  ) satisfies Value<CampaignSettings>

const toCash = z
  .strictObject({
    pointsPerYuan: z.int().min(1).max(100_000),
    step: z.int().min(1).max(1_000_000),
    minimum: z.int().min(1).max(10_000_000),
    cap: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shareOfPayable'), shareBp: z.int().min(0).max(10_000) }),
      z.strictObject({ kind: z.literal('amount'), fen: fen.min(0).max(10_000_000) }),
    ]),
    allowsZero: z.boolean(),
  })
  .refine(
    ({ step, pointsPerYuan }) => (step * 100) % pointsPerYuan === 0,
    because('step', '每一档积分要正好值整分钱', 'a step of points must be worth whole fen'),
  )
  .refine(
    ({ step, minimum }) => minimum % step === 0,
    because('minimum', '最少使用的积分要是每一档的整数倍', 'the least must be a whole number of steps'),
  )

const points = z.strictObject({
  validity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('days'), validDays: z.int().min(1).max(3_650) }),
    z.strictObject({
      kind: z.literal('months'),
      validMonths: z.int().min(1).max(120),
      toMonthEnd: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('endOfNextYear') }),
  ]),
  graceDays: z.int().min(0).max(365),
  toCash,
}) satisfies Value<PointsSettings>

const growth = z.strictObject({
  mode: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('allTime') }),
    z.strictObject({ kind: z.literal('rolling'), windowDays: z.int().min(1).max(731) }),
    z.strictObject({
      kind: z.literal('reset'),
      everyMonths: z.int().min(1).max(24),
      // Resets are counted from the first one on, so it must not lie ages back.
      from: day.refine(
        (from) => from >= '2000-01-01',
        because('', '请选 2000 年以后的日期', 'choose a day from 2000 on'),
      ),
    }),
  ]),
}) satisfies Value<GrowthSettings>

const dayOfMonth = z.strictObject({ of: z.literal('dayOfMonth'), dayOfMonth: z.int().min(1).max(31) })

/** Takes something off without being asked for: 7,000 is 7 折. */
const discount = z.strictObject({
  ...ruleShape,
  kind: z.enum(['memberDay', 'campaign']),
  rateBp: z.int().min(100).max(9_999),
  requirement,
  stacking,
  when: z.union([when, dayOfMonth]),
})

const shop = z
  .strictObject({
    freightFen: fen.min(0).max(1_000_000),
    freeFromFen: fen.min(1).max(100_000_000).nullable(),
    memberPrice: stacking,
    discounts: z.array(discount).max(MOST_MULTIPLIERS),
  })
  .refine(
    ({ discounts }) => hasOwnIds(discounts),
    because('discounts', ...NO_TWO),
  ) satisfies Value<ShopSettings>

const memberships = z.strictObject({
  byWeChatPay: z.boolean(),
  byBalance: z.boolean(),
  countsSavings: z.boolean(),
}) satisfies Value<MembershipSettings>

const counter = z.strictObject({
  confirmAboveFen: fen.min(0).max(100_000_000).nullable(),
}) satisfies Value<CounterSettings>

/** What can be set, by topic. A topic that is not here has no editor yet. */
export const settingsValues = {
  earning,
  campaigns,
  points,
  growth,
  tiers: tierRules,
  benefits: benefitRules,
  shop,
  counter,
  wallet: walletRules,
  memberships,
  giftCards: giftCardRules,
} as const

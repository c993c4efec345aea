import * as z from 'zod'
import { defineContract } from './contract'
import { settingsValues } from './settingsValues'
import { day, fen, growth, instant, points, tierFace, words } from './shapes'
import { category } from './shopShapes'

const version = z.int().min(0)

/** Who saved a version and when; null for the defaults that nobody saved. */
const changed = z
  .strictObject({ at: instant, role: z.enum(['clerk', 'manager', 'owner']), isMe: z.boolean() })
  .nullable()

/** How a campaign stands today, and the others that can hold for the same purchase. */
const campaignStanding = z.strictObject({
  id: z.string(),
  state: z.enum(['upcoming', 'running', 'ended', 'off']),
  overlaps: z.array(z.string()),
})

const stacking = z.enum(['best', 'sumOfExtras', 'product'])

const stored = { version, changed, today: day, tiers: z.array(tierFace) }

/** Rules of the shop by topic, with what their page needs beside them. */
export const read = defineContract({
  name: 'settings.read',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    topic: z.enum([
      'earning',
      'campaigns',
      'points',
      'growth',
      'tiers',
      'benefits',
      'shop',
      'wallet',
      'memberships',
      'giftCards',
      'counter',
    ]),
  }),
  output: z.discriminatedUnion('topic', [
    z.strictObject({ topic: z.literal('earning'), value: settingsValues.earning, ...stored }),
    z.strictObject({
      topic: z.literal('campaigns'),
      value: settingsValues.campaigns,
      standings: z.array(campaignStanding),
      /** How campaigns combine that meet: a matter of the earning rules. */
      stacking,
      capBp: z.int().nullable(),
      ...stored,
    }),
    z.strictObject({ topic: z.literal('points'), value: settingsValues.points, ...stored }),
    z.strictObject({
      topic: z.literal('growth'),
      value: settingsValues.growth,
      /** Members whose growth is still to be counted under this version, counted up to `most`. */
      recounting: z.strictObject({ members: z.int(), most: z.int() }),
      ...stored,
    }),
    z.strictObject({
      topic: z.literal('tiers'),
      value: settingsValues.tiers,
      /** The day on which the levels were switched off; null while they are on. */
      offSince: day.nullable(),
      ...stored,
    }),
    z.strictObject({ topic: z.literal('benefits'), value: settingsValues.benefits, ...stored }),
    z.strictObject({ topic: z.literal('memberships'), value: settingsValues.memberships, ...stored }),
    z.strictObject({ topic: z.literal('counter'), value: settingsValues.counter, ...stored }),
    z.strictObject({
      topic: z.literal('shop'),
      value: settingsValues.shop,
      /** Of goods: what a discount can be for. */
      categories: z.array(category),
      ...stored,
    }),
    z.strictObject({
      topic: z.literal('wallet'),
      value: settingsValues.wallet,
      /** What the law asks for: shown beside what is set. */
      legal: settingsValues.wallet.shape.prepaid,
      /** The coupons that can come with a top-up. */
      templates: z.array(z.strictObject({ id: z.string(), name: words, worth: words })),
      ...stored,
    }),
    z.strictObject({
      topic: z.literal('giftCards'),
      value: settingsValues.giftCards,
      /** The most that a card may hold which is nobody's yet, and the years that it is good for. */
      mostBearerFen: fen,
      bearerYears: z.int(),
      ...stored,
    }),
  ]),
  errors: [],
})

const expectedVersion = version

/** Saves a topic whole, when nobody saved it since `expectedVersion`. The same save again answers as the first time. */
export const save = defineContract({
  name: 'settings.save',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.discriminatedUnion('topic', [
    z.strictObject({ topic: z.literal('earning'), expectedVersion, value: settingsValues.earning }),
    z.strictObject({ topic: z.literal('campaigns'), expectedVersion, value: settingsValues.campaigns }),
    z.strictObject({ topic: z.literal('points'), expectedVersion, value: settingsValues.points }),
    z.strictObject({ topic: z.literal('growth'), expectedVersion, value: settingsValues.growth }),
    z.strictObject({
      topic: z.literal('tiers'),
      expectedVersion,
      value: settingsValues.tiers,
      /** Saved in the same step where they change too: a level that goes takes its benefits along. */
      benefits: z.strictObject({ expectedVersion, value: settingsValues.benefits }).optional(),
    }),
    z.strictObject({ topic: z.literal('benefits'), expectedVersion, value: settingsValues.benefits }),
    z.strictObject({ topic: z.literal('shop'), expectedVersion, value: settingsValues.shop }),
    z.strictObject({ topic: z.literal('memberships'), expectedVersion, value: settingsValues.memberships }),
    z.strictObject({ topic: z.literal('counter'), expectedVersion, value: settingsValues.counter }),
    z.strictObject({ topic: z.literal('wallet'), expectedVersion, value: settingsValues.wallet }),
    z.strictObject({ topic: z.literal('giftCards'), expectedVersion, value: settingsValues.giftCards }),
  ]),
  output: z.strictObject({ version, changedAt: instant }),
  errors: ['SETTINGS_CHANGED', 'IMPOSSIBLE_SETTINGS'],
})

const sample = z.strictObject({
  amountFen: fen.min(0).max(100_000_000),
  category: z.string().trim().min(1).max(48).nullable(),
  product: z.string().trim().min(1).max(48).nullable(),
  tier: z.string().min(1).max(32),
  day,
  /** Whether the member's birthday is on that day, in that month, or neither. */
  birthday: z.enum(['day', 'month', 'none']),
})

/** What a purchase would earn under rules as they are being edited; what is not given is taken as it is saved. */
export const example = defineContract({
  name: 'settings.example',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    earning: settingsValues.earning.optional(),
    campaigns: settingsValues.campaigns.optional(),
    benefits: settingsValues.benefits.optional(),
    sample,
  }),
  output: z.strictObject({
    points,
    growth,
    /** What it would be without any multiplier. */
    basePoints: points,
    rateBp: z.int(),
    stacking,
    /** The cap that cut the rate; null when none did. */
    cappedAtBp: z.int().nullable(),
    /** The daily cap that cut the points; null when none did. */
    dailyCap: points.nullable(),
    releaseDays: z.int(),
    multipliers: z.array(
      z.strictObject({
        id: z.string(),
        name: words,
        rateBp: z.int(),
        topic: z.enum(['earning', 'campaigns', 'benefits']),
        outcome: z.enum([
          'used',
          'notTheBest',
          'off',
          'notYet',
          'over',
          'notBirthday',
          'notBirthdayMonth',
          'otherMembers',
          'otherGoods',
        ]),
      }),
    ),
    /** Of the campaigns given. */
    standings: z.array(campaignStanding),
  }),
  errors: [],
})

/** What of levels and benefits does not go together as they are being edited; nothing when they can be saved. */
export const checkTiers = defineContract({
  name: 'settings.checkTiers',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ tiers: settingsValues.tiers, benefits: settingsValues.benefits }),
  output: z.strictObject({
    impossible: z.array(
      z.strictObject({
        code: z.string(),
        /** Neither a level nor a benefit: it concerns the settings of them all. */
        levelId: z.string().nullable(),
        benefitId: z.string().nullable(),
        reason: words,
      }),
    ),
  }),
  errors: [],
})

/** Switches the levels on or off as of the shop's today, when nobody saved them since `expectedVersion`. */
export const switchTiers = defineContract({
  name: 'settings.switchTiers',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ on: z.boolean(), expectedVersion }),
  output: z.strictObject({ version, changedAt: instant }),
  errors: ['SETTINGS_CHANGED'],
})

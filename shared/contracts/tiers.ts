import * as z from 'zod'
import { benefitRules } from './benefitRules'
import { defineContract } from './contract'
import { because } from './settingShapes'
import { benefitFace, day, fen, memberId, tierFace, words } from './shapes'
import { levelId, tierPreview, tierRecalculation } from './tierPreviewShapes'
import { condition, tierRules } from './tierRules'
import { spendOf, tierStanding, wayUp } from './tierShapes'

/** A level as its page shows it. */
const level = z.strictObject({
  face: tierFace,
  /** What earns it; null for the lowest level, and for one that is only sold. */
  condition: condition.nullable(),
  conditionWords: words.nullable(),
  /** From where the member stands, the nearest first and paying last; none for levels up to their own. */
  ways: z.array(wayUp),
  /** What it costs this member; null for one that is not sold. */
  paid: z.strictObject({ priceFen: fen, validDays: z.int().min(1) }).nullable(),
  /** What keeps it at the end of its validity; null where nothing is set to. */
  keep: words.nullable(),
  /** Its own benefits, in the merchant's order, and what each is against those of the level below. */
  benefits: z.array(benefitFace.extend({ added: z.enum(['new', 'more', 'same']) })),
})

/** All levels, lowest first, with what earns, keeps and comes with each, and where the member stands among them. */
export const read = defineContract({
  name: 'tiers.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.discriminatedUnion('isOn', [
    z.strictObject({ isOn: z.literal(false) }),
    z.strictObject({
      isOn: z.literal(true),
      tier: tierStanding,
      levels: z.array(level),
      /** The first day whose orders count for the levels above; null when all do. */
      countsFrom: day.nullable(),
      standard: spendOf,
      /** What counts, how long a level lasts, what keeps and what lowers it. */
      rules: z.array(words),
    }),
  ]),
  errors: [],
})

/** A change of levels, of what they give, or of both, as it is edited. */
const draft = { tiers: tierRules.optional(), benefits: benefitRules.optional() }
const isSomething = ({ tiers, benefits }: { tiers?: unknown; benefits?: unknown }) =>
  tiers !== undefined || benefits !== undefined
const NOTHING = because('', '请先修改等级或权益', 'change the levels or the benefits first')

/** What a change would make of all members, before it is saved. Nothing is changed by asking. */
export const preview = defineContract({
  name: 'tiers.preview',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject(draft).refine(isSomething, NOTHING),
  output: tierPreview,
  errors: ['IMPOSSIBLE_SETTINGS'],
})

/** Members whom a change would take from one level to another, in no order that means anything; a page may be short. */
export const previewMembers = defineContract({
  name: 'tiers.previewMembers',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z
    .strictObject({
      ...draft,
      from: levelId,
      to: levelId,
      /** What the page before answered as `nextCursor`. */
      cursor: memberId.optional(),
    })
    .refine(isSomething, NOTHING),
  output: z.strictObject({
    /** With why they would move; null for those who would stay. */
    members: z.array(z.strictObject({ id: memberId, reason: words.nullable() })),
    nextCursor: memberId.nullable(),
  }),
  errors: ['IMPOSSIBLE_SETTINGS'],
})

/** How far judging all members again has come after a change, and who has moved by it. */
export const recalculation = defineContract({
  name: 'tiers.recalculation',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({}),
  output: tierRecalculation,
  errors: [],
})

/** Why the shop does it, for the member and the books. */
const reason = z.string().trim().min(1).max(60)

/**
 * Gives a member a level, through a last day or until it is taken back, in place of one that was given before. It holds
 * whatever they earn meanwhile. The same request again changes nothing.
 */
export const give = defineContract({
  name: 'tiers.give',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    member: memberId,
    levelId,
    until: day.nullable(),
    reason,
  }),
  /** The entry that it made. */
  output: z.strictObject({ entryId: z.string() }),
  errors: ['MEMBER_NOT_FOUND', 'LEVELS_OFF', 'LEVEL_NOT_FOUND', 'DAY_PASSED'],
})

/** Takes back the level that the shop gave: the one that the rules give holds again. The same request again changes nothing. */
export const takeBack = defineContract({
  name: 'tiers.takeBack',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ member: memberId, reason }),
  /** The entry that it made. */
  output: z.strictObject({ entryId: z.string() }),
  errors: ['MEMBER_NOT_FOUND', 'LEVELS_OFF', 'NO_LEVEL_GIVEN'],
})

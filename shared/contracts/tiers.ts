import * as z from 'zod'
import { defineContract } from './contract'
import { benefitFace, day, fen, tierFace, words } from './shapes'
import { condition } from './tierRules'
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

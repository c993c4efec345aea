import * as z from 'zod'
import { defineContract } from './contract'
import { couponRules, templateFace, templateId } from './couponShapes'
import { day, instant, tierFace } from './shapes'

const place = z.strictObject({ at: instant, id: templateId })

/** All kinds of coupons of the shop, newest first, a page at a time. */
export const list = defineContract({
  name: 'couponTemplates.list',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ cursor: place.optional() }),
  output: z.strictObject({
    templates: z.array(
      templateFace.extend({
        isOn: z.boolean(),
        claimable: z.boolean(),
        /** True when its days are over, so that none can be issued. */
        isOver: z.boolean(),
        issued: z.int().min(0),
        total: z.int().nullable(),
      }),
    ),
    nextCursor: place.nullable(),
  }),
  errors: [],
})

/** A template with what its editor needs; `rules` is null for one that was never saved. */
export const read = defineContract({
  name: 'couponTemplates.read',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ id: templateId.optional() }),
  output: z.strictObject({
    rules: couponRules.nullable(),
    version: z.int().min(0),
    issued: z.int().min(0),
    today: day,
    tiers: z.array(tierFace),
  }),
  errors: ['COUPON_TEMPLATE_NOT_FOUND'],
})

/**
 * Saves a template, new or changed, when nobody saved it since `expectedVersion` (0 for a new one). What members hold
 * stays as it was issued. The same save again answers as the first time.
 */
export const save = defineContract({
  name: 'couponTemplates.save',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: templateId, expectedVersion: z.int().min(0), rules: couponRules }),
  output: z.strictObject({ version: z.int().min(1) }),
  errors: ['SETTINGS_CHANGED', 'IMPOSSIBLE_SETTINGS'],
})

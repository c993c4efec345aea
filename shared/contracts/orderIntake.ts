import * as z from 'zod'
import { fen } from './shapes'

/** What a system beside the shop may tell in one request; docs/orderIntake.md is the protocol for its developers. */
const MOST_EVENTS = 1_000

const MOST_FEN = 10_000_000_000

/** Numbers that are made outside: an order's, a refund's, a customer's. */
const foreignId = z.string().regex(/^[A-Za-z0-9._/-]{1,60}$/)

const amountFen = fen.min(0).max(MOST_FEN)

const label = z.string().min(1).max(48).nullable().default(null)

/** Who bought: by their OPENID under this app, or by their number in the system that tells. */
const member = z.union([
  z.strictObject({ openid: z.string().min(1).max(64) }),
  z.strictObject({ customer: z.string().min(1).max(64) }),
])

const toldOrder = z.strictObject({
  type: z.literal('order'),
  id: foreignId,
  /** With the zone that it is told in. */
  placedAt: z.iso.datetime({ offset: true }),
  member,
  lines: z
    .array(
      z.strictObject({
        category: label,
        product: label,
        quantity: z.int().min(1).max(100_000),
        /** What was paid for the line after every discount. */
        amountFen,
      }),
    )
    .min(1)
    .max(200)
    .refine((lines) => lines.reduce((sum, line) => sum + line.amountFen, 0) <= MOST_FEN, {
      params: { words: { zh: '整单金额过大', en: 'the order adds up to too much' } },
    }),
  freightFen: amountFen.default(0),
})

const toldRefund = z
  .strictObject({
    type: z.literal('refund'),
    id: foreignId,
    order: foreignId,
    /** Of what was paid for goods; or the amounts of lines, the first line being 1. */
    amountFen: amountFen.optional(),
    lines: z
      .array(z.strictObject({ line: z.int().min(1).max(200), amountFen: amountFen.min(1) }))
      .min(1)
      .max(200)
      .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, {
        params: { words: { zh: '同一行出现了两次', en: 'a line stands twice' } },
      })
      .optional(),
    freightFen: amountFen.default(0),
  })
  .refine(({ amountFen: amount, lines }) => (amount === undefined) !== (lines === undefined), {
    params: { words: { zh: 'amountFen 与 lines 需二选一', en: 'it takes either amountFen or lines' } },
  })

/** One thing that is told. Each is checked by itself: one that is wrong does not stop the others. */
export const intakeEvent = z.discriminatedUnion('type', [toldOrder, toldRefund])

/** A batch; one event may also stand alone. */
export const intakeBatch = z.strictObject({ events: z.array(z.unknown()).min(1).max(MOST_EVENTS) })

export type IntakeEvent = z.output<typeof intakeEvent>

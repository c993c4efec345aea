import * as z from 'zod'
import { defineContract } from './contract'
import { day, fen } from './shapes'

/** One past order of a customer. */
export const importRow = z.strictObject({
  /** The order's own number in the source, or one derived from the row's content and its repetition. */
  externalId: z.string().min(1).max(96),
  /** The customer's number in the source. */
  customer: z.string().min(1).max(64),
  /** The customer's OPENID under this app where the source knows it: the history is there when they first open the app. */
  openid: z.string().min(1).max(64).optional(),
  placedDay: day,
  quantity: z.int().min(0).max(1_000_000),
  amountFen: fen.min(0).max(10_000_000_000),
})

/** What a shop's old system knows, through the same books as today's orders. Rows already in change nothing. */
const importOrders = defineContract({
  name: 'orders.import',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    /** Names the system the rows come from; the same source and externalId are the same order. */
    source: z.string().regex(/^[a-z0-9-]{1,32}$/),
    /** All rows of a customer that the file has belong in one batch where they fit. */
    rows: z.array(importRow).min(1).max(500),
  }),
  output: z.strictObject({
    imported: z.int(),
    alreadyIn: z.int(),
    membersMade: z.int(),
    /** What the orders imported by this call add up to. */
    amountFen: fen,
  }),
  errors: ['ROW_TWICE', 'ROW_IN_FUTURE'],
})

export { importOrders as import }

import * as z from 'zod'
import { defineContract } from './contract'
import { sku } from './shopShapes'

/** Adds pieces to the stock of one choice or takes some away, relative to what is there. The same request counts once. */
export const change = defineContract({
  name: 'stock.change',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    sku,
    /** Below zero takes away. */
    change: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((n) => n !== 0),
  }),
  output: z.strictObject({ free: z.int(), held: z.int(), sold: z.int() }),
  errors: ['STOCK_SHORT', 'STOCK_NOT_FOUND'],
})

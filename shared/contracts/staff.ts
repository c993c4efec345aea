import * as z from 'zod'
import { defineContract } from './contract'

/** Whether the caller works here, and as what: decides if the app shows the way to the merchant's pages. */
export const me = defineContract({
  name: 'staff.me',
  function: 'merchant',
  audience: 'visitor',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({ role: z.enum(['owner', 'manager', 'clerk']).nullable() }),
  errors: [],
})

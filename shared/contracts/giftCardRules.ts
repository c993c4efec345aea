import * as z from 'zod'
import type { GiftCardSettings } from '@shared/rules/giftCards/settings'
import { name } from './settingShapes'
import { fen } from './shapes'

type GiftCardRules = Omit<GiftCardSettings, 'version'>

// What goes with what, the rules say with their reasons: see rules/giftCards/impossible.ts.
const amountFen = fen.min(0).max(10_000_000)

/** What a merchant may set of gift cards. */
export const giftCardRules = z.strictObject({
  isOn: z.boolean(),
  designs: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,48}$/),
        name,
        picture: z.string().max(500),
        isOn: z.boolean(),
      }),
    )
    .max(60),
  amounts: z.array(z.strictObject({ amountFen, bonusFen: amountFen })).max(24),
  anyAmount: z.strictObject({ leastFen: amountFen, mostFen: amountFen }).nullable(),
  takesBalance: z.boolean(),
  mostAtOnce: z.int().min(0).max(1_000),
}) satisfies z.ZodType<GiftCardRules>

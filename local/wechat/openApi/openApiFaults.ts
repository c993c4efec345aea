import { z } from 'zod'
import { strikeShape, StrikingRules } from '../../cloud/faults/strikingRules'

/** What WeChat's interface, and the line to it, do now and then. */
export const openApiRuleSchema = z.discriminatedUnion('fault', [
  /** Somebody else forced a new token: the one in use is over before its time. */
  z.strictObject({ fault: z.literal('tokenEnded'), ...strikeShape }),
  /** A call has its effect, and its answer is lost on the way. */
  z.strictObject({ fault: z.literal('shippingAnswerLost'), ...strikeShape }),
  /** A payment is not known yet where shipping is told, as just after it was made. */
  z.strictObject({ fault: z.literal('shippingTooEarly'), ...strikeShape }),
  /** No mini-program code is made: too many were asked for in this minute. */
  z.strictObject({ fault: z.literal('codeRefused'), ...strikeShape }),
])
export type OpenApiRule = z.infer<typeof openApiRuleSchema>

export class OpenApiFaults extends StrikingRules<OpenApiRule> {}

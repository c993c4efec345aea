import { z } from 'zod'
import { strikeShape, StrikingRules } from '../../cloud/faults/strikingRules'
import { payRefusalCodes } from './payRefused'

const payCalls = ['prepay', 'query', 'close', 'refund', 'queryRefund', 'bill'] as const
export type PayCall = (typeof payCalls)[number]

const call = z.enum(payCalls).optional()
const afterSeconds = z.number().int().min(1)

/** What WeChat Pay, and the line to it, do now and then. Notices overtake one another when only some are late. */
export const payRuleSchema = z.discriminatedUnion('fault', [
  /** A notice that was taken comes once more. */
  z.strictObject({ fault: z.literal('duplicateNotice'), ...strikeShape }),
  z.strictObject({ fault: z.literal('lateNotice'), ...strikeShape, afterSeconds }),
  /** A notice does not arrive; WeChat tries again by its schedule. */
  z.strictObject({ fault: z.literal('lostNotice'), ...strikeShape }),
  /** A probe goes ahead of the notice: signed with WECHATPAY/SIGNTEST/…, to be refused. */
  z.strictObject({ fault: z.literal('probeNotice'), ...strikeShape }),
  z.strictObject({ fault: z.literal('lateRefund'), ...strikeShape, afterSeconds }),
  /** The payer's bank does not take a refund. */
  z.strictObject({ fault: z.literal('abnormalRefund'), ...strikeShape }),
  /** A call is refused and has no effect. */
  z.strictObject({ fault: z.literal('payRefuses'), ...strikeShape, call, code: z.enum(payRefusalCodes) }),
  /** A call has its effect, and its answer is lost on the way. */
  z.strictObject({ fault: z.literal('payAnswerLost'), ...strikeShape, call }),
])
export type PayRule = z.infer<typeof payRuleSchema>

export class PayFaults extends StrikingRules<PayRule> {}

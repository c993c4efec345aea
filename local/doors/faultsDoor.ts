import { z } from 'zod'
import { type RunnerFaults, runnerRuleSchema } from '../cloud/faults/runnerFaults'
import type { FaultKind, Faults } from '../cloud/gateway/faults'
import type { GatewayLink } from '../cloud/gatewayLink'
import { type OpenApiFaults, openApiRuleSchema } from '../wechat/openApi/openApiFaults'
import { type PayFaults, payRuleSchema } from '../wechat/pay/payFaults'
import { checked, type Door, json, parseBody } from './door'

const runnerKinds = new Set<string>(
  runnerRuleSchema.options.flatMap((option) => [...option.shape.fault.values]),
)
const payKinds = new Set<string>(payRuleSchema.options.flatMap((option) => [...option.shape.fault.values]))
const openApiKinds = new Set<string>(
  openApiRuleSchema.options.flatMap((option) => [...option.shape.fault.values]),
)
const elsewhere = new Set([...runnerKinds, ...payKinds, ...openApiKinds])
const databaseKinds = [
  'conflict',
  'timeoutBefore',
  'timeoutAfter',
  'error',
  'slow',
] as const satisfies FaultKind[]

const databaseRuleSchema = z.strictObject({
  fault: z.enum(databaseKinds),
  action: z.string().optional(),
  collection: z.string().optional(),
  rateBp: z.number().int().min(0).max(10_000).default(10_000),
  times: z.number().int().min(0).optional(),
})

const bodySchema = z.strictObject({
  seed: z.number().int().min(0).max(0xffff_ffff).default(0),
  rules: z.array(z.looseObject({ fault: z.string() })),
})

/** Replaces all faults at once; an empty list ends them. Those of the database go to the gateway. */
export function faultsDoor(
  runnerFaults: RunnerFaults,
  payFaults: PayFaults,
  openApiFaults: OpenApiFaults,
  gateway: GatewayLink,
): Door {
  return {
    method: 'POST',
    path: '/local/faults',
    handle(request) {
      const { seed, rules } = parseBody(request, bodySchema)
      const forRunner = rules.filter(({ fault }) => runnerKinds.has(fault))
      const forPay = rules.filter(({ fault }) => payKinds.has(fault))
      const forOpenApi = rules.filter(({ fault }) => openApiKinds.has(fault))
      const forDatabase = rules.filter(({ fault }) => !elsewhere.has(fault))
      const payRules = checked(z.array(payRuleSchema), forPay)
      const openApiRules = checked(z.array(openApiRuleSchema), forOpenApi)
      const runnerRules = checked(z.array(runnerRuleSchema), forRunner)
      const faults: Faults = { seed, rules: checked(z.array(databaseRuleSchema), forDatabase) }
      runnerFaults.set(seed, runnerRules)
      payFaults.set(seed, payRules)
      openApiFaults.set(seed, openApiRules)
      gateway.setFaults(faults)
      return json({ seed, rules: [...runnerRules, ...payRules, ...openApiRules, ...faults.rules] })
    },
  }
}

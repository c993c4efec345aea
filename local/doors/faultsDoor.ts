import { z } from 'zod'
import { type RunnerFaults, runnerRuleSchema } from '../cloud/faults/runnerFaults'
import type { GatewayLink } from '../cloud/gatewayLink'
import { checked, type Door, json, parseBody } from './door'

const ofRunner = new Set<string>(runnerRuleSchema.options.flatMap((option) => [...option.shape.fault.values]))

const faultsSchema = z.strictObject({
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(0),
  rules: z.array(z.looseObject({ fault: z.string() })),
})

/** Replaces all faults at once; an empty list ends them. Those of the database go to the gateway. */
export function faultsDoor(runnerFaults: RunnerFaults, gateway: GatewayLink): Door {
  return {
    method: 'POST',
    path: '/local/faults',
    handle(request) {
      const { seed, rules } = parseBody(request, faultsSchema)
      const runnerRules = rules.filter(({ fault }) => ofRunner.has(fault))
      runnerFaults.set(seed, checked(z.array(runnerRuleSchema), runnerRules))
      gateway.setFaults({ seed, rules: rules.filter(({ fault }) => !ofRunner.has(fault)) })
      return json({ seed, rules })
    },
  }
}

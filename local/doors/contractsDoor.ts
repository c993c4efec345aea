import { contracts } from '@shared/contracts'
import type { Contract } from '@shared/contracts/contract'
import { COMMON_ERRORS } from '@shared/contracts/errors'
import { z } from 'zod'
import { type Door, json } from './door'

/** Every contract of the product, for programs that want to call it. */
export function contractsDoor(): Door {
  return {
    method: 'GET',
    path: '/local/contracts',
    handle: () => json({ contracts: contracts.map(describe) }),
  }
}

function describe(contract: Contract) {
  const { name, function: deployedFunction, audience, kind, input, output, errors } = contract
  return {
    name,
    function: deployedFunction,
    audience,
    kind,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output, { io: 'output' }),
    errors: [...COMMON_ERRORS, ...errors],
  }
}

import { ok, refuse } from '@shared/kernel/result'
import { changeKeys } from '../../database/intakeKeys'
import type { UseCase } from '../../runtime/call'
import { newKey, withNew } from './newKey'

/** Names that the shop's own orders go by. */
const RESERVED: ReadonlySet<string> = new Set(['counter', 'shop', 'intake'])

type Outcome = Awaited<ReturnType<UseCase<'intakeKeys.create'>>>

export const create: UseCase<'intakeKeys.create'> = async (call, { source }) => {
  if (RESERVED.has(source)) return refuse({ code: 'INTAKE_SOURCE_RESERVED', data: { source } })
  const { key, told } = newKey(call, source)
  return changeKeys<Outcome>(call.cloud, source, (known) => {
    if (known?.keys.some(({ offAt }) => offAt === null))
      return { answer: refuse({ code: 'INTAKE_SOURCE_TAKEN', data: { source } }) }
    return { keys: withNew(known?.keys ?? [], key), answer: ok(told) }
  })
}

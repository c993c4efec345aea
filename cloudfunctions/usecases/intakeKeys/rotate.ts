import { ok, refuse } from '@shared/kernel/result'
import { changeKeys } from '../../database/intakeKeys'
import type { UseCase } from '../../runtime/call'
import { newKey, withNew } from './newKey'

const MOST_VALID = 2

type Outcome = Awaited<ReturnType<UseCase<'intakeKeys.rotate'>>>

export const rotate: UseCase<'intakeKeys.rotate'> = async (call, { source }) => {
  const { key, told } = newKey(call, source)
  return changeKeys<Outcome>(call.cloud, source, (known) => {
    const valid = known?.keys.filter(({ offAt }) => offAt === null) ?? []
    if (!known || valid.length === 0) return { answer: refuse({ code: 'INTAKE_KEY_NOT_FOUND' }) }
    if (valid.length >= MOST_VALID) return { answer: refuse({ code: 'INTAKE_TWO_KEYS', data: { source } }) }
    return { keys: withNew(known.keys, key), answer: ok(told) }
  })
}

import { ok, refuse } from '@shared/kernel/result'
import { changeKeys, sourceOf } from '../../database/intakeKeys'
import type { UseCase } from '../../runtime/call'

type Outcome = Awaited<ReturnType<UseCase<'intakeKeys.switchOff'>>>

export const switchOff: UseCase<'intakeKeys.switchOff'> = (call, { id }) =>
  changeKeys<Outcome>(call.cloud, sourceOf(id), (known) => {
    const key = known?.keys.find((each) => each.id === id)
    if (!known || !key) return { answer: refuse({ code: 'INTAKE_KEY_NOT_FOUND' }) }
    if (key.offAt !== null) return { answer: ok({ id, offAt: key.offAt }) }
    const keys = known.keys.map((each) => (each === key ? { ...each, offAt: call.at } : each))
    return { keys, answer: ok({ id, offAt: call.at }) }
  })

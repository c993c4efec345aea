import type { ContractName, ContractOf, InputOf, OutputOf } from '@shared/contracts'
import type { CallError } from '@shared/contracts/errors'
import { currentLocale } from '@/i18n/locale'
import { CallFailure, leavesCommandOpen } from './callFailure'
import { OpenCommands } from './openCommands'
import { randomId } from './randomId'
import { transport } from './transport'

/** The deployed function that answers a contract. */
export type FunctionOf<Name extends ContractName> = ContractOf<Name>['function']

type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: CallError }

/** Asks a deployed function. Throws CallFailure, and nothing else. */
export async function call<Name extends ContractName>(
  fn: FunctionOf<Name>,
  action: Name,
  input: InputOf<Name>,
  requestId = randomId(),
): Promise<OutputOf<Name>> {
  const answer = await transport.send(fn, { action, input, requestId, locale: currentLocale() })
  if (!isAnswer(answer)) throw new CallFailure('INTERNAL')
  if (!answer.ok) throw new CallFailure(answer.error.code, answer.error.message, answer.error.data)
  return answer.value as OutputOf<Name>
}

const openCommands = new OpenCommands(randomId)

/** Like `call`, for what changes something: until it is answered, the same command goes out under the same requestId. */
export async function command<Name extends ContractName>(
  fn: FunctionOf<Name>,
  action: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const open = openCommands.open(action, input)
  try {
    const value = await call(fn, action, input, open.requestId)
    open.close()
    return value
  } catch (failure) {
    if (!leavesCommandOpen(failure)) open.close()
    throw failure
  }
}

function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null) return false
  const { ok, error } = answer as { ok?: unknown; error?: unknown }
  return ok === true || (ok === false && typeof error === 'object' && error !== null)
}

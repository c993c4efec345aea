import { randomUUID } from 'node:crypto'
import { contracts, type ContractName, type NamesOf } from '@shared/contracts'
import type { Audience, Contract, DeployedFunction } from '@shared/contracts/contract'
import type { Locale } from '@shared/kernel/words'
import { dayOf } from '@shared/kernel/businessDay'
import { mayActAs, type Role } from '@shared/rules/staff/roles'
import { memberIdOf } from '../database/memberId'
import { BusyError } from '../database/retry'
import { readRole } from '../database/staff'
import type { Answer, Call, Routes, UseCase } from './call'
import { environment, type Environment } from './environment'
import { callEvent, errorWords, faultsOf } from './event'
import { identityOf } from './identity'
import { logCall, logFault } from './log'
import { instanceCodes } from './instanceCodes'
import { paymentsOf } from './payments'
import { inWords, RefusedError } from './refusal'

/**
 * The entry point of a deployed function that people call: identity from the platform's context, input checked
 * against the contract, the role checked here, expected refusals in words, anything else logged and hidden.
 */
export function serve<Fn extends DeployedFunction>(fn: Fn, routes: Routes<NamesOf<Fn>>) {
  return async (event: unknown, context: object): Promise<Answer> => {
    const startedAt = Date.now()
    const envelope = callEvent.safeParse(event)
    const action = envelope.success ? envelope.data.action : 'unreadable'
    const requestId = (envelope.success && envelope.data.requestId) || randomUUID()
    const locale: Locale = (envelope.success && envelope.data.locale) || 'zh'
    const answer = await answerOf(async () => {
      if (!envelope.success) throw new RefusedError('INVALID_INPUT', { detail: faultsOf(envelope.error) })
      const contract = contracts.find((known) => known.name === action && known.function === fn)
      if (!contract) throw new RefusedError('UNKNOWN_ACTION', { action })
      const call = await openCall(environment(), contract, context, startedAt, requestId)
      const input = checkedInput(contract, envelope.data.input, locale)
      const useCase = routes[contract.name as NamesOf<Fn>] as UseCase<ContractName>
      return useCase(call, input)
    })
    logCall({ action, requestId, outcome: answer.ok ? 'ok' : answer.error.code, ms: Date.now() - startedAt })
    return answer

    async function answerOf(run: () => ReturnType<UseCase<ContractName>>): Promise<Answer> {
      try {
        const outcome = await run()
        return outcome.ok ? outcome : { ok: false, error: inWords(outcome.error, locale) }
      } catch (error) {
        if (error instanceof RefusedError) return { ok: false, error: inWords(error, locale) }
        if (error instanceof BusyError) return { ok: false, error: inWords({ code: 'BUSY' }, locale) }
        logFault(action, requestId, error)
        return { ok: false, error: inWords({ code: 'INTERNAL', data: { requestId } }, locale) }
      }
    }
  }
}

async function openCall(
  { cloud, settings, secret }: Environment,
  contract: Contract,
  context: object,
  at: number,
  requestId: string,
): Promise<Call> {
  const { openid } = identityOf(context)
  if (!openid) throw new RefusedError('NOT_SIGNED_IN')
  const memberId = memberIdOf(openid, secret)
  const role = contract.function === 'merchant' ? await readRole(cloud, memberId) : null
  assertMay(contract.audience, role)
  return {
    cloud,
    memberId,
    openid,
    role,
    at,
    today: dayOf(at),
    requestId,
    secret,
    settings: () => settings(at),
    payments: paymentsOf,
    codes: instanceCodes,
    alert: (error) => logFault(contract.name, requestId, error),
  }
}

/** Whether a person has joined is found out by the use case, with the read that it makes anyway. */
function assertMay(audience: Audience, role: Role | null): void {
  if (audience === 'visitor' || audience === 'member') return
  if (!mayActAs(role, audience)) throw new RefusedError('FORBIDDEN', { role: audience })
}

function checkedInput(contract: Contract, input: unknown, locale: Locale): never {
  const checked = contract.input.safeParse(input ?? {}, { error: errorWords[locale] })
  if (!checked.success) throw new RefusedError('INVALID_INPUT', { detail: faultsOf(checked.error) })
  return checked.data as never
}

import type { InputOf, OutputOf } from '@shared/contracts'
import type { Answered } from './shop'

type AuditContract = 'books.startAudit' | 'books.carryOnAudit' | 'books.lastAudit'

/** A way to the merchant's function as somebody who may audit. */
export type CallMerchant = <N extends AuditContract>(
  name: N,
  input: InputOf<N>,
) => Promise<Answered<OutputOf<N>>>

export type Audited = NonNullable<OutputOf<'books.lastAudit'>['last']>

/** Has all books audited from start to end, as the merchant's page does, and answers the result. */
export async function auditBooks(call: CallMerchant): Promise<Audited> {
  let { run } = valueOf(await call('books.startAudit', {}))
  while (run.state === 'running') ({ run } = valueOf(await call('books.carryOnAudit', { id: run.id })))
  const { last } = valueOf(await call('books.lastAudit', {}))
  if (last?.id !== run.id) throw new Error(`the last audit is ${last?.id}, not ${run.id}`)
  return last
}

function valueOf<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

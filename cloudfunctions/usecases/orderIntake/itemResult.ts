import { yuanText } from '@shared/kernel/fen'
import type { Refusal } from '@shared/contracts/errors'
import type { IntakeRefusal, Taken } from '@shared/rules/intake/takeIn'
import type { HttpCall, RefusalInWords } from '../../runtime/http'
import type { EventRead } from './readEvents'

/** What became of one event, for the system that told it. */
export interface ItemResult {
  readonly index: number
  readonly status: 'accepted' | 'already' | 'waiting' | 'error'
  readonly error?: RefusalInWords
  /** Of an order: what became of the refunds that had waited for it. */
  readonly waited?: readonly {
    readonly refund: string
    readonly status: string
    readonly error?: RefusalInWords
  }[]
}

export function itemResult(
  call: HttpCall,
  read: EventRead,
  index: number,
  taken: Taken | Refusal | undefined,
): ItemResult {
  if (!read.ok) return { index, status: 'error', error: call.inWords(read.error) }
  if (!taken) throw new Error(`nothing became of event ${index}`)
  if ('code' in taken) return { index, status: 'error', error: call.inWords(taken) }
  const of = { orderId: read.value.orderId, number: read.value.externalId }
  if (!taken.ok) return { index, ...errorOf(call, taken.error, of) }
  const { status, waited } = taken.value
  if (!waited) return { index, status }
  return {
    index,
    status,
    waited: waited.map(({ refundId, taken: each }) => ({
      refund: refundId,
      ...(each.ok ? { status: each.value.status } : errorOf(call, each.error, of)),
    })),
  }
}

interface Named {
  readonly orderId: string
  readonly number: string
}

function errorOf(call: HttpCall, refusal: IntakeRefusal, of: Named) {
  return { status: 'error', error: call.inWords(withData(refusal, of)) } as const
}

/** What the words need beside what the rule says: amounts in yuan, and which order it is. */
function withData(refusal: IntakeRefusal, { orderId, number }: Named): Refusal {
  switch (refusal.code) {
    case 'REFUND_TOO_MUCH': {
      const { code, leftFen, leftFreightFen } = refusal
      return {
        code,
        data: { left: yuanText(leftFen), leftFreight: yuanText(leftFreightFen), leftFen, leftFreightFen },
      }
    }
    case 'REFUND_LINE_TOO_MUCH': {
      const { code, line, leftFen } = refusal
      return { code, data: { line, left: yuanText(leftFen), leftFen } }
    }
    case 'ORDER_NUMBER_TAKEN':
      return { code: refusal.code, data: { number } }
    case 'ORDER_NOT_REFUNDABLE':
      return { code: refusal.code, data: { orderId } }
    default: {
      const { code, ...data } = refusal
      return { code, data }
    }
  }
}

import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { cardIdOf, exportBatch as exported } from '@shared/rules/giftCards/batch'
import { codeOf, printedCode } from '@shared/rules/giftCards/code'
import { codeBytesOf } from '../../database/cardCodes'
import { changeBatch, type BatchDocument } from '../../database/giftBatches'
import type { Call, UseCase } from '../../runtime/call'
import { batchRefusal } from './refusals'

const CODES_A_CALL = 2_000
/** So long an export that was begun can be finished, or asked for again where an answer was lost. */
const FRESH_MS = 15 * 60_000

type Code = 'GIFT_BATCH_NOT_FOUND' | 'GIFT_BATCH_NOT_MADE' | 'GIFT_BATCH_EXPORTED'

export const exportBatch: UseCase<'giftCards.exportBatch'> = async (call, { id, exportId, from }) => {
  const begun = await begin(call, id, exportId)
  if (!begun.ok) return begun
  const { count } = begun.value
  if (from > count) return refuse({ code: 'GIFT_BATCH_NUMBERS', data: { count } })
  const to = Math.min(count, from + CODES_A_CALL - 1)
  const codes = Array.from({ length: to - from + 1 }, (_, place) => {
    const number = from + place
    const bytes = codeBytesOf(cardIdOf(id, number), call.secret)
    return { number, printed: printedCode(bytes), code: codeOf(bytes) }
  })
  return ok({ codes, next: to < count ? to + 1 : null })
}

/** Marks the batch as exported by this export, or finds that it was by no other, and lately. */
async function begin(
  call: Call,
  id: string,
  exportId: string,
): Promise<Result<BatchDocument, Refusal<Code>>> {
  const { cloud, memberId, at } = call
  const by = `staff:${memberId}` as const
  let refusal: Refusal<Code> | null = null
  const batch = await changeBatch(cloud, id, (now) => {
    refusal = null
    const isOwn = now.exportId === exportId && now.exported?.by === by && at < now.exported.at + FRESH_MS
    if (isOwn) return now
    const next = exported(now, by, at)
    if (next.ok) return { ...now, ...next.value, exportId }
    refusal = batchRefusal(next.error) as Refusal<Code>
    return now
  })
  if (!batch) return refuse({ code: 'GIFT_BATCH_NOT_FOUND' })
  return refusal ? refuse(refusal) : ok(batch)
}

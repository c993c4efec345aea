import type { Instant } from '@shared/kernel/businessDay'
import { isPositive } from '@shared/kernel/isPositive'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import type { StaffMember } from '../coupons/coupon'
import type { PrepaidRules } from '../wallet/settings'
import { totalFenOf, type Funds } from '../wallet/wallet'
import type { CardState } from './card'
import { isWithinBearer } from './impossible'
import type { GiftCardSettings } from './settings'

const MOST_IN_BATCH = 20_000

/** Printed cards for a launch, all alike. */
export interface BatchRules extends Funds {
  readonly name: string
  readonly designId: string
  readonly count: number
}

/**
 * `making` while its cards are put in, `made` once all are, `exported` once somebody has had the codes. After that nobody
 * has them again, and its cards can be sold.
 */
export type BatchState = 'making' | 'made' | 'exported'

export interface Batch extends BatchRules {
  readonly _id: string
  readonly schemaVersion: 1
  readonly state: BatchState
  /** Cards up to this number are there. */
  readonly made: number
  readonly exported: { readonly by: StaffMember; readonly at: Instant } | null
}

const REASONS = {
  noName: { zh: '请填写批次名称', en: 'Name the batch' },
  noDesign: { zh: '请选择卡面', en: 'Choose a face' },
  countNotPossible: {
    zh: `每批 1 到 ${MOST_IN_BATCH} 张`,
    en: `A batch has from 1 to ${MOST_IN_BATCH} cards`,
  },
  amountNotPositive: {
    zh: '面额必须是大于零的整数（分），赠金不能小于零',
    en: 'The amount must be a whole number of fen above zero, and bonus not below zero',
  },
  aboveBearer: {
    zh: '面额超过了不记名卡的上限',
    en: "The amount is above the most that a card may hold which is nobody's yet",
  },
} as const satisfies Record<string, Words>

export type ImpossibleBatchCode = keyof typeof REASONS

/** Everything about a batch that keeps it from being made, each with its reason; none when it can be. */
export function impossibleBatch(
  { name, designId, count, principalFen, bonusFen }: BatchRules,
  { designs }: Pick<GiftCardSettings, 'designs'>,
  prepaid: PrepaidRules,
): readonly { readonly code: ImpossibleBatchCode; readonly reason: Words }[] {
  const checks: Record<ImpossibleBatchCode, boolean> = {
    noName: name.trim() === '',
    noDesign: !designs.some(({ id }) => id === designId),
    countNotPossible: !isPositive(count) || count > MOST_IN_BATCH,
    amountNotPositive: !isPositive(principalFen) || (bonusFen !== 0 && !isPositive(bonusFen)),
    aboveBearer: !isWithinBearer({ amountFen: principalFen, bonusFen }, prepaid),
  }
  const codes = (Object.keys(checks) as ImpossibleBatchCode[]).filter((code) => checks[code])
  return codes.map((code) => ({ code, reason: REASONS[code] }))
}

/** The id of a card of a batch: a slice that is put in again puts in the same cards. */
export const cardIdOf = (batchId: string, number: number): string => `${batchId}-${number}`

/** Cards of a batch by their numbers, both included; the first of a batch is 1. */
export interface Numbers {
  readonly from: number
  readonly to: number
}

/** The cards that are to be put in next; null when all are there. */
export function nextSlice({ made, count }: Batch, most: number): Numbers | null {
  return made < count ? { from: made + 1, to: Math.min(count, made + most) } : null
}

/** The batch once the cards up to a number are in. The same once more, or an earlier slice, changes nothing. */
export function withMade(batch: Batch, to: number): Batch {
  if (to > batch.count) throw new Error(`batch ${batch._id} has no card ${to}`)
  if (to <= batch.made) return batch
  return { ...batch, made: to, state: to === batch.count ? 'made' : 'making' }
}

export type BatchRefusal =
  | { readonly code: 'GIFT_BATCH_NOT_MADE'; readonly made: number; readonly count: number }
  | { readonly code: 'GIFT_BATCH_EXPORTED'; readonly by: StaffMember; readonly at: Instant }
  | { readonly code: 'GIFT_BATCH_NOT_EXPORTED' }
  | { readonly code: 'GIFT_BATCH_NUMBERS'; readonly count: number }

/** Marks a batch as exported, which happens once; whoever asks later is told who has the codes. */
export function exportBatch(batch: Batch, by: StaffMember, at: Instant): Result<Batch, BatchRefusal> {
  if (batch.exported) return refuse({ code: 'GIFT_BATCH_EXPORTED', ...batch.exported })
  const { made, count, state } = batch
  if (state !== 'made') return refuse({ code: 'GIFT_BATCH_NOT_MADE', made, count })
  return ok({ ...batch, state: 'exported', exported: { by, at } })
}

/** Checks that cards of a batch can be sold: what was never exported was never printed. */
export function checkNumbers({ state, count }: Batch, numbers: Numbers): Result<Numbers, BatchRefusal> {
  if (state !== 'exported') return refuse({ code: 'GIFT_BATCH_NOT_EXPORTED' })
  const { from, to } = numbers
  const areThere = isPositive(from) && isPositive(to) && from <= to && to <= count
  return areThere ? ok(numbers) : refuse({ code: 'GIFT_BATCH_NUMBERS', count })
}

export interface BatchFigures {
  readonly count: number
  readonly sold: number
  readonly claimed: number
  readonly voided: number
  /** What was paid for the cards that were sold. */
  readonly soldFen: number
  /** What the store owes to whoever has the others of them: principal and bonus. */
  readonly openFen: number
}

/** How a batch stands, by how many of its cards are in each state. One that was sold and made void was paid back. */
export function batchFigures(
  batch: Batch,
  counts: Readonly<Partial<Record<CardState, number>>>,
): BatchFigures {
  const of = (states: readonly CardState[]) => sumOf(states, (state) => counts[state] ?? 0)
  const open = of(['paid', 'shared', 'expired'])
  const claimed = of(['claimed'])
  return {
    count: batch.count,
    sold: open + claimed,
    claimed,
    voided: of(['voided']),
    soldFen: (open + claimed) * batch.principalFen,
    openFen: open * totalFenOf(batch),
  }
}

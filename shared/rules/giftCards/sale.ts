import type { Instant } from '@shared/kernel/businessDay'
import { addMonths, type Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { takeInOrder } from '../wallet/lots'
import type { PrepaidRules } from '../wallet/settings'
import { fundsOf, type Part } from '../wallet/wallet'
import type { CardTender, GiftCard, Sale } from './card'

/** When and by which payment or activation a card was sold. */
export interface SaleOccasion {
  readonly id: string
  readonly at: Instant
  readonly day: Day
}

/** The sale of a card: it is good from that day for the years that the shop gives. Throws where its price was not paid. */
export function saleOf(
  card: GiftCard,
  tender: CardTender,
  { id, at, day }: SaleOccasion,
  { bearerYears }: Pick<PrepaidRules, 'bearerYears'>,
): Sale {
  const { wechatFen, counterFen, parts } = tender
  const { principalFen, bonusFen } = fundsOf(parts)
  const priceFen = card.origin.of === 'yearEnd' ? 0 : card.principalFen
  if (bonusFen !== 0 || wechatFen + counterFen + principalFen !== priceFen)
    throw new Error(`card ${card._id} of ${priceFen} fen was not paid by ${JSON.stringify(tender)}`)
  return { id, at, day, validUntil: addMonths(day, 12 * bearerYears), wechatFen, counterFen, parts }
}

/**
 * What pays for each card of a purchase: stored value pays for the first ones, WeChat Pay for the rest, so that as few as
 * can be are paid both ways. Throws when the parts are more than all cards cost.
 */
export function tendersOf(count: number, priceFen: Fen, parts: readonly Part[]): readonly CardTender[] {
  let left = parts
  const tenders = Array.from({ length: count }, (): CardTender => {
    const taken = takeInOrder(left, { principalFen: priceFen, bonusFen: 0 })
    left = without(left, taken)
    return { wechatFen: priceFen - fundsOf(taken).principalFen, counterFen: 0, parts: taken }
  })
  const over = fundsOf(left)
  if (over.principalFen !== 0 || over.bonusFen !== 0)
    throw new Error(`${JSON.stringify(over)} is over when ${count} cards of ${priceFen} fen are paid`)
  return tenders
}

function without(parts: readonly Part[], taken: readonly Part[]): readonly Part[] {
  const gone = new Map(taken.map(({ lotId, principalFen }) => [lotId, principalFen]))
  return parts.map((part) => ({
    ...part,
    principalFen: part.principalFen - (gone.get(part.lotId) ?? 0),
  }))
}

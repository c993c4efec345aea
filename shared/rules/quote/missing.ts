import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Requirement } from '../benefits/benefit'

/** What a requirement still asks for. */
export type Missing =
  { readonly of: 'amount'; readonly missingFen: Fen } | { readonly of: 'quantity'; readonly missing: number }

/** What goods fall short of; null where they are enough. */
export function missingFor(
  requirement: Requirement,
  goods: readonly { readonly amountFen: Fen; readonly quantity: number }[],
): Missing | null {
  switch (requirement.of) {
    case 'none':
      return null
    case 'minimumAmount': {
      const missingFen = requirement.amountFen - sumOf(goods, ({ amountFen }) => amountFen)
      return missingFen > 0 ? { of: 'amount', missingFen } : null
    }
    case 'minimumQuantity': {
      const missing = requirement.quantity - sumOf(goods, ({ quantity }) => quantity)
      return missing > 0 ? { of: 'quantity', missing } : null
    }
  }
}

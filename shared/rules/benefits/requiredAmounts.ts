import type { Requirement } from './benefit'

/** The amounts that a requirement names: fen, or pieces. */
export function requiredAmounts(requirement: Requirement): readonly number[] {
  switch (requirement.of) {
    case 'none':
      return []
    case 'minimumAmount':
      return [requirement.amountFen]
    case 'minimumQuantity':
      return [requirement.quantity]
  }
}

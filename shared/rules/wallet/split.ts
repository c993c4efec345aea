import { allocate } from '@shared/kernel/allocate'
import type { SpendingOrder } from './settings'
import type { Funds } from './wallet'

/**
 * What of an amount is paid out of which kind of money. The amount must be there. In proportion: bonus rounds half up
 * to the fen and principal is the rest, so neither is ever asked for more than there is.
 */
export function split(amountFen: number, there: Funds, order: SpendingOrder): Funds {
  switch (order) {
    case 'proportional': {
      const [bonusFen = 0] = allocate(amountFen, [there.bonusFen, there.principalFen])
      return { principalFen: amountFen - bonusFen, bonusFen }
    }
    case 'principalFirst': {
      const principalFen = Math.min(amountFen, there.principalFen)
      return { principalFen, bonusFen: amountFen - principalFen }
    }
    case 'bonusFirst': {
      const bonusFen = Math.min(amountFen, there.bonusFen)
      return { principalFen: amountFen - bonusFen, bonusFen }
    }
  }
}

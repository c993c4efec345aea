import type { Day } from '@shared/kernel/day'
import type { Spend } from '../account/account'

/** True once the member has bought on two days or more. */
export function cameBack(spend: Spend): boolean {
  return spend.firstDay !== spend.lastDay
}

export function withOrder(spend: Spend, day: Day, fen: number): Spend {
  return {
    orders: spend.orders + 1,
    fen: spend.fen + fen,
    largestFen: Math.max(spend.largestFen, fen),
    firstDay: spend.firstDay && spend.firstDay < day ? spend.firstDay : day,
    lastDay: spend.lastDay && spend.lastDay > day ? spend.lastDay : day,
  }
}

/** Less what was refunded; an order that was refunded whole is none. When the member bought stays as it was. */
export function withRefund(spend: Spend, fen: number, isWhole: boolean): Spend {
  return { ...spend, orders: spend.orders - (isWhole ? 1 : 0), fen: spend.fen - fen }
}

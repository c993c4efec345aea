import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Paid } from '../quote/paid'
import type { MembershipOffer } from './offer'

/** What the rule had before it when a membership was paid for or given back. */
export type MembershipBasis =
  | {
      readonly of: 'membershipPaid'
      readonly purchaseId: string
      readonly levelId: string
      readonly validDays: number
      readonly priceFen: Fen
      readonly paid: Paid
      readonly effect: MembershipOffer['effect']
      /** The last day that the payment brought. */
      readonly until: Day
    }
  | {
      readonly of: 'membershipRefunded'
      readonly purchaseId: string
      readonly levelId: string
      readonly paidFen: Fen
      readonly validDays: number
      readonly usedDays: number
      readonly byDaysFen: Fen
      readonly savedFen: Fen
      readonly usedFen: Fen
      readonly back: Paid
      /** Why, as the people of the shop wrote it; null where the member asked. */
      readonly text: string | null
    }

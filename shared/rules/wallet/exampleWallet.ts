import type { Day } from '@shared/kernel/day'
import type { AgreedTerms } from './agreed'
import { NO_GIFT, type TopUpTerms } from './plans'
import { topUp } from './topUp'
import { NO_WALLET, type Channel, type Wallet } from './wallet'

/** A top-up of a test: paid and given in fen. */
export interface ExampleTopUp {
  readonly id: string
  readonly paidFen: number
  readonly bonusFen: number
  readonly day?: Day
  readonly paidBy?: Channel
}

/** A wallet that was topped up so, in this order. */
export function toppedUp(...topUps: readonly ExampleTopUp[]): Wallet {
  return topUps.reduce<Wallet>((wallet, { id, paidFen, bonusFen, day = '2026-03-01', paidBy = 'wechat' }) => {
    const terms = { planId: null, payFen: paidFen, gift: { ...NO_GIFT, bonusFen }, version: 0 }
    return topUp(wallet, terms, { id, day, at: 1, paidBy }).wallet
  }, NO_WALLET)
}

/** Terms as somebody agreed to them, without coupons. */
export const agreedTo = (terms: TopUpTerms): AgreedTerms => ({
  ...terms,
  planName: null,
  coupons: [],
  agreement: '1.0',
})

/** What is left of each top-up: principal and bonus. */
export const leftOf = ({ lots }: Wallet): Record<string, readonly [number, number]> =>
  Object.fromEntries(lots.map(({ id, principalFen, bonusFen }) => [id, [principalFen, bonusFen]]))

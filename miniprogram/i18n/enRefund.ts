import { formatCount } from './format'
import type { zhRefund } from './zhRefund'

/** The words of refunding, by the people of the shop. */
export const enRefund: typeof zhRefund = {
  title: 'Refund',
  ways: { rest: 'Everything', lines: 'Goods', amount: 'An amount' },
  amount: 'Amount',
  yuan: 'yuan',
  left: (amount: string) => `${amount} left to refund`,
  leftPieces: (n: number) => `${formatCount(n)} left`,
  reason: 'Reason',
  reasonPlaceholder: 'For example: it does not fit',
  preview: 'Where it goes',
  choose: 'Choose what to refund to see where it goes.',
  takenBack: (points: string, growth: string) =>
    `Takes back ${points} points and ${growth} growth that it earned`,
  debt: (points: string) =>
    `${points} of these points were spent already: they are owed, and repaid by the next ones`,
  tier: (before: string, after: string) => `The level goes from ${before} to ${after}`,
  tierStays: 'The level stays',
  confirm: (amount: string) => `Refund ${amount}`,
  done: 'Refunded',
  explain: 'See how it is reckoned',
  freight: 'Refund the freight too',
}

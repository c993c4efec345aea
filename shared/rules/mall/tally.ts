/**
 * How many pieces of one item a member has redeemed, those in payment included: ever, and in the last month that they
 * redeemed one. A document of its own, since it is read and written with each redemption of the two.
 */
export interface Tally {
  readonly ever: number
  /** `YYYY-MM` */
  readonly month: string
  readonly inMonth: number
}

export const NO_TALLY: Tally = { ever: 0, month: '', inMonth: 0 }

/** The pieces of a month. */
export const hadIn = ({ month, inMonth }: Tally, asked: string): number => (month === asked ? inMonth : 0)

export function withRedeemed(tally: Tally, quantity: number, month: string): Tally {
  return { ever: tally.ever + quantity, month, inMonth: hadIn(tally, month) + quantity }
}

/** What was cancelled or brought back makes room again: ever, and in its own month. Throws on more than there were. */
export function withGivenBack(tally: Tally, quantity: number, month: string): Tally {
  const ever = tally.ever - quantity
  const inMonth = tally.month === month ? tally.inMonth - quantity : tally.inMonth
  if (ever < 0 || inMonth < 0) throw new Error(`${quantity} of ${JSON.stringify(tally)} would come back`)
  return { ...tally, ever, inMonth }
}

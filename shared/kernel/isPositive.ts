/** True for a whole number above zero: what an amount, a count or a length has to be. */
export const isPositive = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0

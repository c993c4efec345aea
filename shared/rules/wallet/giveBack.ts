import { putBack, takeInOrder } from './lots'
import { split } from './split'
import { fundsOf, totalFenOf, type Funds, type Part, type Wallet } from './wallet'

/**
 * Gives back an amount of what an order paid out of the wallet: each kind in the proportion that it was paid in, to the
 * top-ups it came from, what was taken last first. Reckoned on the sum of all that went back, so any sequence of
 * parts ends where one whole ends. Throws when more would come back than was paid.
 */
export function giveBack(
  wallet: Wallet,
  paid: readonly Part[],
  backBeforeFen: number,
  amountFen: number,
): { wallet: Wallet; parts: readonly Part[] } {
  const paidFunds = fundsOf(paid)
  const leftFen = totalFenOf(paidFunds) - backBeforeFen
  if (amountFen < 0 || amountFen > leftFen) throw new Error(`${amountFen} fen of ${leftFen} would come back`)
  const before = split(backBeforeFen, paidFunds, 'proportional')
  const after = split(backBeforeFen + amountFen, paidFunds, 'proportional')
  const parts = takeInOrder(notYetBack(paid, before), {
    principalFen: after.principalFen - before.principalFen,
    bonusFen: after.bonusFen - before.bonusFen,
  })
  return { wallet: { ...wallet, lots: putBack(wallet.lots, parts) }, parts }
}

/** The parts that have not come back, the last taken first. */
function notYetBack(paid: readonly Part[], before: Funds): readonly Part[] {
  const reversed = [...paid].reverse()
  const gone = new Map(takeInOrder(reversed, before).map((part) => [part.lotId, part]))
  return reversed.map(({ lotId, principalFen, bonusFen }) => ({
    lotId,
    principalFen: principalFen - (gone.get(lotId)?.principalFen ?? 0),
    bonusFen: bonusFen - (gone.get(lotId)?.bonusFen ?? 0),
  }))
}

import { putBack, takeInOrder } from './lots'
import { fundsOf, type Funds, type Part, type Wallet } from './wallet'

/**
 * Gives back some of what an order paid out of the wallet, each kind to the top-ups that it came from, what was taken
 * last first. `before` is all that went back so far: any sequence of parts ends where one whole ends. Throws when more
 * of a kind would come back than was paid.
 */
export function giveBack(
  wallet: Wallet,
  paid: readonly Part[],
  before: Funds,
  now: Funds,
): { wallet: Wallet; parts: readonly Part[] } {
  const all = fundsOf(paid)
  assertThere('principal', now.principalFen, all.principalFen - before.principalFen)
  assertThere('bonus', now.bonusFen, all.bonusFen - before.bonusFen)
  const parts = takeInOrder(notYetBack(paid, before), now)
  return { wallet: { ...wallet, lots: putBack(wallet.lots, parts) }, parts }
}

function assertThere(kind: string, fen: number, leftFen: number): void {
  if (fen < 0 || fen > leftFen) throw new Error(`${fen} fen of ${leftFen} ${kind} would come back`)
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

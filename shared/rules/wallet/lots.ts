import { fundsOf, totalFenOf, type Funds, type Hold, type Part, type TopUpLot, type Wallet } from './wallet'

/** An account's document stays bounded: beyond this the oldest top-ups are one. */
export const MOST_LOTS = 24

/** The lot of the oldest top-ups, made one. */
export const EARLIER = 'earlier'

/** Takes parts out of their lots. Throws when a lot would go below zero. */
export const takeOut = (lots: readonly TopUpLot[], parts: readonly Part[]): readonly TopUpLot[] =>
  withParts(lots, parts, -1)

/** Puts parts into their lots, or into the lot that theirs became part of. Throws when neither is there. */
export const putBack = (lots: readonly TopUpLot[], parts: readonly Part[]): readonly TopUpLot[] =>
  withParts(lots, parts, 1)

/** What a lot holds, as parts to take from. */
export const partOf = ({ id, principalFen, bonusFen }: TopUpLot): Part => ({
  lotId: id,
  principalFen,
  bonusFen,
})

/** Takes from parts in the order given, each kind by itself. */
export function takeInOrder(from: readonly Part[], { principalFen, bonusFen }: Funds): readonly Part[] {
  let principalLeft = principalFen
  let bonusLeft = bonusFen
  return from.flatMap(({ lotId, ...there }) => {
    const part = {
      lotId,
      principalFen: Math.min(principalLeft, there.principalFen),
      bonusFen: Math.min(bonusLeft, there.bonusFen),
    }
    principalLeft -= part.principalFen
    bonusLeft -= part.bonusFen
    return totalFenOf(part) > 0 ? [part] : []
  })
}

/** Adds a lot as the newest. What would be one too many makes the two oldest one, and orders that hold them hold that. */
export function addLot(wallet: Wallet, lot: TopUpLot): Wallet {
  const lots = [...wallet.lots, lot]
  const [oldest, next, ...rest] = lots
  if (lots.length <= MOST_LOTS || !oldest || !next) return { ...wallet, lots }
  const gone = [oldest.id, next.id]
  return {
    ...wallet,
    lots: [merged(oldest, next), ...rest],
    holds: wallet.holds.map((hold) => renamed(hold, gone)),
  }
}

/** The later day holds for both: who paid in keeps every right at least as long. */
function merged(one: TopUpLot, other: TopUpLot): TopUpLot {
  return {
    id: EARLIER,
    day: one.day > other.day ? one.day : other.day,
    at: Math.max(one.at, other.at),
    paidBy: null,
    paidFen: one.paidFen + other.paidFen,
    principalFen: one.principalFen + other.principalFen,
    givenFen: one.givenFen + other.givenFen,
    bonusFen: one.bonusFen + other.bonusFen,
  }
}

function renamed(hold: Hold, gone: readonly string[]): Hold {
  const parts = hold.parts.filter(({ lotId }) => gone.includes(lotId))
  if (parts.length === 0) return hold
  const others = hold.parts.filter(({ lotId }) => !gone.includes(lotId))
  return { ...hold, parts: [{ lotId: EARLIER, ...fundsOf(parts) }, ...others] }
}

function withParts(lots: readonly TopUpLot[], parts: readonly Part[], sign: 1 | -1): readonly TopUpLot[] {
  const known = new Set(lots.map(({ id }) => id))
  const next = new Map(lots.map((lot) => [lot.id, lot]))
  for (const { lotId, principalFen, bonusFen } of parts) {
    const home = known.has(lotId) ? lotId : EARLIER
    const lot = next.get(home)
    if (!lot) throw new Error(`no lot for what moves of top-up ${lotId}`)
    next.set(
      home,
      sound({
        ...lot,
        principalFen: lot.principalFen + sign * principalFen,
        bonusFen: lot.bonusFen + sign * bonusFen,
      }),
    )
  }
  return [...next.values()]
}

/** Neither kind is ever below zero, a part of a fen, or more than came in. */
function sound(lot: TopUpLot): TopUpLot {
  const kinds = [
    ['principal', lot.principalFen, lot.paidFen],
    ['bonus', lot.bonusFen, lot.givenFen],
  ] as const
  for (const [kind, left, most] of kinds) {
    if (!Number.isSafeInteger(left) || left < 0 || left > most)
      throw new Error(`top-up ${lot.id} would hold ${left} fen of ${most} ${kind}`)
  }
  return lot
}

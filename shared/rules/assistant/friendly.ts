import type { Fen } from '@shared/kernel/fen'

// Friendly are 10, 11 … 20, 22 … 50, 55 … 100, and these times any power of ten; under 10 fen every whole. One is never
// more than a tenth above the one before it, so there is one between 1.5 and 2 times anything, and between 70 and 80 %.

/** The greatest friendly amount that is not above this one. */
export function friendlyDown(amountFen: Fen): Fen {
  return amountFen - (amountFen % stepAt(amountFen))
}

/** The least friendly amount that is not below this one. */
export function friendlyUp(amountFen: Fen): Fen {
  const down = friendlyDown(amountFen)
  return down === amountFen ? down : down + stepAt(amountFen)
}

/** The friendly amount nearest to this one; of two equally near, the lower. */
export function friendlyNearest(amountFen: Fen): Fen {
  const [down, up] = [friendlyDown(amountFen), friendlyUp(amountFen)]
  return up - amountFen < amountFen - down ? up : down
}

/** All friendly amounts from one amount to another, both included. */
export function friendlyBetween(fromFen: Fen, toFen: Fen): Fen[] {
  const found: Fen[] = []
  for (let next = friendlyUp(fromFen); next <= toFen; next = friendlyUp(next + 1)) found.push(next)
  return found
}

function stepAt(amountFen: Fen): Fen {
  if (amountFen < 10) return 1
  let scale = 1
  while (amountFen >= scale * 100) scale *= 10
  const digits = amountFen / scale
  if (digits < 20) return scale
  return digits < 50 ? 2 * scale : 5 * scale
}

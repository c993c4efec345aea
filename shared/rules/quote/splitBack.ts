import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import { CHANNELS, NOTHING, totalPaid, type Paid } from './paid'

/**
 * Shares an amount that goes back over the channels it was paid by: each gets what it lacks of its share of all that went
 * back so far, by largest remainder. So at every moment each is less than a fen from its share, none gives back more than
 * it took, and the last of it takes the rest. Sharing what is left would drift: a thousand refunds of one fen would
 * all go to the largest channel.
 */
export function splitBack(amountFen: Fen, paid: Paid, before: Paid): Paid {
  if (amountFen === 0) return NOTHING
  // Products of two amounts are more than numbers can hold exactly.
  const paidFen = BigInt(totalPaid(paid))
  const backFen = BigInt(totalPaid(before) + amountFen)
  const lacks = CHANNELS.map((channel) => {
    const lackFen = backFen * BigInt(paid[channel]) - BigInt(before[channel]) * paidFen
    return { channel, fen: Number(lackFen / paidFen), remainder: lackFen % paidFen }
  })
  const left = amountFen - sumOf(lacks, ({ fen }) => fen)
  const byRemainder = [...lacks].sort((a, b) => Number(b.remainder - a.remainder))
  const more = new Set(byRemainder.slice(0, left).map(({ channel }) => channel))
  const [bonus = 0, principal = 0, wechat = 0] = lacks.map(
    ({ channel, fen }) => fen + (more.has(channel) ? 1 : 0),
  )
  return { bonus, principal, wechat }
}

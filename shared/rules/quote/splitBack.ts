import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import { CHANNELS, totalPaid, type Paid } from './paid'

/**
 * Shares an amount that goes back over the channels it was paid by, so that all that went back so far comes as near to
 * their proportion as whole fen allow: no channel is ever a whole fen above its share, none gives back more than it took,
 * and the last of it takes the rest. Sharing what is left would drift: a thousand refunds of one fen would all go to the
 * largest channel.
 */
export function splitBack(amountFen: Fen, paid: Paid, before: Paid): Paid {
  const paidFen = BigInt(totalPaid(paid))
  const backFen = BigInt(totalPaid(before) + amountFen)
  // How far each is below its share, in parts of a fen: products of two amounts, which numbers cannot hold exactly.
  const short = CHANNELS.map((channel) => {
    const parts = backFen * BigInt(paid[channel]) - paidFen * BigInt(before[channel])
    return { channel, parts: parts > 0n ? parts : 0n }
  })
  const all = short.reduce((sum, { parts }) => sum + parts, 0n)
  if (all === 0n) return { bonus: 0, principal: 0, wechat: 0 }
  const shares = short.map(({ channel, parts }) => {
    const exact = BigInt(amountFen) * parts
    return { channel, fen: Number(exact / all), remainder: exact % all }
  })
  const left = amountFen - sumOf(shares, ({ fen }) => fen)
  const first = [...shares].sort(
    (a, b) => Number(b.remainder > a.remainder) - Number(a.remainder > b.remainder),
  )
  const extra = new Set(first.slice(0, left).map(({ channel }) => channel))
  const [bonus, principal, wechat] = shares.map(({ channel, fen }) => fen + (extra.has(channel) ? 1 : 0)) as [
    Fen,
    Fen,
    Fen,
  ]
  return { bonus, principal, wechat }
}

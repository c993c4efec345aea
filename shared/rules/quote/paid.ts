import { allocate } from '@shared/kernel/allocate'
import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Funds } from '../wallet/wallet'

/** What money is paid with, and goes back to. */
export const CHANNELS = ['bonus', 'principal', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** An amount of each, in fen. */
export type Paid = Readonly<Record<Channel, Fen>>

export const NOTHING: Paid = { bonus: 0, principal: 0, wechat: 0 }

export const totalPaid = (paid: Paid): Fen => sumOf(CHANNELS, (channel) => paid[channel])

export function addPaid(each: readonly Paid[]): Paid {
  const sum = (channel: Channel) => sumOf(each, (paid) => paid[channel])
  return { bonus: sum('bonus'), principal: sum('principal'), wechat: sum('wechat') }
}

/** Steps 5 and 6: how each amount is paid, stored value first, the rest by WeChat Pay. Each channel is shared by the amounts. */
export function payParts(amountsFen: readonly Fen[], spent: Funds): readonly Paid[] {
  const bonus = allocate(spent.bonusFen, amountsFen)
  const besideBonus = amountsFen.map((fen, i) => fen - (bonus[i] ?? 0))
  const principal = allocate(spent.principalFen, besideBonus)
  return besideBonus.map((fen, i) => ({
    bonus: bonus[i] ?? 0,
    principal: principal[i] ?? 0,
    wechat: fen - (principal[i] ?? 0),
  }))
}

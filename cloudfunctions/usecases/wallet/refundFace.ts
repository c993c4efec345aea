import type { OutputOf } from '@shared/contracts'
import { sumOf } from '@shared/kernel/sumOf'
import type { RefundPart } from '@shared/rules/wallet/refund'
import { EARLIER } from '@shared/rules/wallet/lots'
import { fundsOf, type Channel, type Wallet } from '@shared/rules/wallet/wallet'

/** What a refund of the wallet takes, top-up by top-up, and how it is paid out. */
export function refundFace(wallet: Wallet, parts: readonly RefundPart[]): OutputOf<'wallet.refund'> {
  const days = new Map(wallet.lots.map(({ id, day }) => [id, day]))
  const through = (channel: Channel) =>
    sumOf(
      parts.filter(({ payBack }) => payBack === channel),
      ({ principalFen }) => principalFen,
    )
  return {
    ...fundsOf(parts),
    wechatFen: through('wechat'),
    counterFen: through('counter'),
    parts: parts.map(({ lotId, principalFen, bonusFen, payBack }) => {
      // It may have become one with earlier ones since.
      const day = days.get(lotId) ?? days.get(EARLIER)
      if (day === undefined) throw new Error(`no top-up ${lotId}`)
      return { topUpId: lotId, day, principalFen, bonusFen, payBack }
    }),
  }
}

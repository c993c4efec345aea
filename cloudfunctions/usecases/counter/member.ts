import type { Account } from '@shared/rules/account/account'
import type { Settings } from '@shared/rules/settings/settings'
import { rankOf, tierFace, type TierFace } from '@shared/rules/tiers/face'
import { isOn } from '@shared/rules/tiers/program'
import { freeFunds, walletOf } from '@shared/rules/wallet/wallet'

/** The level held; null while there are none. */
export function tierOf({ tier }: Account, { tiers }: Settings): TierFace | null {
  return isOn(tiers) ? tierFace(tiers, rankOf(tiers, tier.id)) : null
}

/** What can be spent of the stored value. */
export function balanceOf(account: Account): { principalFen: number; bonusFen: number } {
  const { principalFen, bonusFen } = freeFunds(walletOf(account))
  return { principalFen, bonusFen }
}

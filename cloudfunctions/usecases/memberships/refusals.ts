import type { Refusal } from '@shared/contracts/errors'
import { dayWords } from '@shared/kernel/dayWords'
import { yuanText } from '@shared/kernel/fen'
import type { BuyRefusal } from '@shared/rules/memberships/buy'
import type { Settings } from '@shared/rules/settings/settings'
import { levelName } from '@shared/rules/tiers/face'

export const NOT_FOUND = { code: 'MEMBERSHIP_NOT_FOUND' } as const

type Code =
  | 'MEMBERSHIP_NOT_SOLD'
  | 'MEMBERSHIP_HIGHER_RUNS'
  | 'MEMBERSHIP_CHANGED'
  | 'MEMBERSHIP_WAITING'
  | 'WALLET_SHORT'
  | 'WALLET_TOO_MANY_HOLDS'

/** Why a level can't be bought, for who wanted to. */
export function buyRefusal(refusal: BuyRefusal, { tiers }: Pick<Settings, 'tiers'>): Refusal<Code> {
  switch (refusal.code) {
    case 'LEVELS_OFF':
    case 'LEVEL_NOT_SOLD':
      return { code: 'MEMBERSHIP_NOT_SOLD' }
    case 'HIGHER_LEVEL_RUNS': {
      const { levelId, until } = refusal
      const data = { level: levelName(tiers, levelId), until: dayWords(until) }
      return { code: 'MEMBERSHIP_HIGHER_RUNS', data }
    }
    case 'MEMBERSHIP_WAITING':
      return { code: refusal.code, data: { purchaseId: refusal.purchaseId } }
    case 'WALLET_SHORT': {
      const { code, freeFen, missingFen } = refusal
      return { code, data: { free: yuanText(freeFen), missing: yuanText(missingFen), freeFen, missingFen } }
    }
    case 'WALLET_TOO_MANY_HOLDS':
      return { code: refusal.code, data: { most: refusal.most } }
    case 'MEMBERSHIP_CHANGED':
      return { code: refusal.code }
  }
}

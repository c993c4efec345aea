import type { Refusal } from '@shared/contracts/errors'
import type { Words } from '@shared/kernel/words'
import { impossibleGiftCards } from '@shared/rules/giftCards/impossible'
import type { GiftCardSettings } from '@shared/rules/giftCards/settings'
import type { WalletSettings } from '@shared/rules/wallet/settings'

/** Why settings of gift cards cannot be saved, in words that name the face; null when they can. */
export function impossibleGiftCardsIn(
  value: Omit<GiftCardSettings, 'version'>,
  { prepaid }: Pick<WalletSettings, 'prepaid'>,
): Refusal<'IMPOSSIBLE_SETTINGS'> | null {
  const reasons = impossibleGiftCards({ version: 0, ...value }, prepaid).map(({ designId, reason }) =>
    named(reason, value.designs.find(({ id }) => id === designId)?.name),
  )
  if (reasons.length === 0) return null
  const told = (locale: keyof Words) => [...new Set(reasons.map((reason) => reason[locale]))]
  return {
    code: 'IMPOSSIBLE_SETTINGS',
    data: { why: { zh: told('zh').join('；'), en: told('en').join('; ') } },
  }
}

const named = (reason: Words, name: Words | undefined): Words =>
  name ? { zh: `“${name.zh}”：${reason.zh}`, en: `"${name.en}": ${reason.en}` } : reason

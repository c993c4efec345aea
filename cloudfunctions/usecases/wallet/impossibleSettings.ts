import type { Refusal } from '@shared/contracts/errors'
import type { Words } from '@shared/kernel/words'
import { impossibleGiftCoupons } from '@shared/rules/wallet/giftCoupons'
import { impossibleWallet } from '@shared/rules/wallet/impossible'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import type { Call } from '../../runtime/call'
import { readGiftTemplates } from './giftTemplates'

/** Why settings of stored value cannot be saved, in words that name the plan; null when they can. */
export async function impossibleWalletIn(
  { cloud, today }: Pick<Call, 'cloud' | 'today'>,
  value: Omit<WalletSettings, 'version'>,
): Promise<Refusal<'IMPOSSIBLE_SETTINGS'> | null> {
  const settings = { version: 0, ...value }
  const reasons = [
    ...impossibleWallet(settings).map(({ planId, reason }) => named(reason, nameOf(settings, planId))),
    ...impossibleGiftCoupons(settings, await readGiftTemplates(cloud, settings), today),
  ]
  if (reasons.length === 0) return null
  const told = (locale: keyof Words) => [...new Set(reasons.map((reason) => reason[locale]))]
  return {
    code: 'IMPOSSIBLE_SETTINGS',
    data: { why: { zh: told('zh').join('；'), en: told('en').join('; ') } },
  }
}

const nameOf = ({ plans }: WalletSettings, planId: string | null): Words | undefined =>
  plans.find(({ id }) => id === planId)?.name

const named = (reason: Words, name: Words | undefined): Words =>
  name ? { zh: `“${name.zh}”：${reason.zh}`, en: `"${name.en}": ${reason.en}` } : reason

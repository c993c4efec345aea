import type { Refusal } from '@shared/contracts/errors'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { CouponTemplate } from '@shared/rules/coupons/template'
import { agreedCoupons, type AgreedTerms } from '@shared/rules/wallet/agreed'
import { agreementVersion } from '@shared/rules/wallet/agreement'
import { termsOf, type TopUpChoice, type TopUpRefusal } from '@shared/rules/wallet/offer'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import type { Wallet } from '@shared/rules/wallet/wallet'
import { topUpRefusal } from './refusals'

/** What somebody chose, and the version of the agreement that was shown to them. */
export interface Agreed {
  readonly choice: TopUpChoice
  readonly agreed: string
}

/** The terms of a top-up whole, as they are agreed to now; refused when what was shown is no longer what holds. */
export function agreedTerms(
  wallet: Wallet,
  { choice, agreed }: Agreed,
  settings: WalletSettings,
  templates: ReadonlyMap<string, CouponTemplate>,
  today: Day,
): Result<AgreedTerms, Refusal<TopUpRefusal['code'] | 'WALLET_AGREEMENT_CHANGED'>> {
  if (agreed !== agreementVersion(settings)) return refuse({ code: 'WALLET_AGREEMENT_CHANGED' })
  const terms = termsOf(wallet, choice, settings, today)
  if (!terms.ok) return refuse(topUpRefusal(terms.error))
  const { planId, gift } = terms.value
  return ok({
    ...terms.value,
    planName: settings.plans.find(({ id }) => id === planId)?.name ?? null,
    coupons: agreedCoupons(gift, templates, today),
    agreement: agreed,
  })
}

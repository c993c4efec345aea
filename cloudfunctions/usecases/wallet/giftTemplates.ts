import type { CouponTemplate } from '@shared/rules/coupons/template'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import type { Cloud } from '../../database/cloud'
import { getByIds } from '../../database/documentAccess'

/** The templates of the coupons that come with top-ups, by their ids. */
export async function readGiftTemplates(
  cloud: Cloud,
  { plans, anyAmount }: Pick<WalletSettings, 'plans' | 'anyAmount'>,
): Promise<ReadonlyMap<string, CouponTemplate>> {
  const gifts = [...plans, ...(anyAmount?.brackets ?? [])].map(({ gift }) => gift)
  const ids = new Set(gifts.flatMap(({ coupons }) => coupons.map(({ templateId }) => templateId)))
  const found = await getByIds<CouponTemplate>(cloud, 'couponTemplates', [...ids])
  return new Map(found.map((template) => [template._id, template]))
}

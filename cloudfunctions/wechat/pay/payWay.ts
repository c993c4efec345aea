import type { PayWay, ProductKind } from '@shared/kernel/productKind'

export const PLATFORMS = ['ios', 'android', 'desktop'] as const
export type Platform = (typeof PLATFORMS)[number]

export type PayWays = Readonly<Record<ProductKind, Readonly<Record<Platform, PayWay>>>>

const everywhere = (way: PayWay) => ({ ios: way, android: way, desktop: way })

/**
 * WeChat names paid memberships among virtual goods. Whether value stored for physical goods counts is unsettled, so a
 * merchant whom WeChat tells otherwise puts another row in its place.
 */
const DEFAULT_PAY_WAYS: PayWays = {
  goods: everywhere('jsapi'),
  storedValue: everywhere('jsapi'),
  giftCard: everywhere('jsapi'),
  paidMembership: everywhere('virtual'),
}

/** The way in which a product is paid on a platform; `ways` are the merchant's own rows. */
export function payWayOf(kind: ProductKind, platform: Platform, ways: Partial<PayWays> = {}): PayWay {
  return (ways[kind] ?? DEFAULT_PAY_WAYS[kind])[platform]
}

import Taro from '@tarojs/taro'
import { openOrders } from '../shopOrders/ways'
import type { InboxMessage } from './useInbox'

type Link = NonNullable<InboxMessage['link']>

/** Opens the page that a message leads to. */
export const openLink: Readonly<Record<Link, () => void>> = {
  points: () => void Taro.switchTab({ url: '/features/points/index' }),
  tiers: () => void Taro.navigateTo({ url: '/features/tiers/index' }),
  coupons: () => void Taro.navigateTo({ url: '/features/coupons/index' }),
  shopOrders: openOrders,
  wallet: () => void Taro.navigateTo({ url: '/features/wallet/index' }),
  memberships: () => void Taro.navigateTo({ url: '/features/memberships/index' }),
  memberCode: () => void Taro.navigateTo({ url: '/features/memberCode/index' }),
  benefits: () => void Taro.navigateTo({ url: '/features/benefits/index' }),
}

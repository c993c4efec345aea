import { DEFAULT_BENEFITS, type BenefitSettings } from '../benefits/benefit'
import { DEFAULT_CAMPAIGNS, type CampaignSettings } from '../campaigns/settings'
import { DEFAULT_CHECKIN, type CheckinSettings } from '../checkin/settings'
import { DEFAULT_COUNTER, type CounterSettings } from '../counter/settings'
import { DEFAULT_EARNING, type EarningSettings } from '../earning/settings'
import { DEFAULT_GIFT_CARDS, type GiftCardSettings } from '../giftCards/settings'
import { DEFAULT_GROWTH, type GrowthSettings } from '../growth/settings'
import { DEFAULT_MEMBERSHIPS, type MembershipSettings } from '../memberships/settings'
import { DEFAULT_POINTS, type PointsSettings } from '../points/settings'
import { DEFAULT_SHOP, type ShopSettings } from '../shopOrders/settings'
import { DEFAULT_PROGRAM, type TierProgram } from '../tiers/program'
import { DEFAULT_WALLET, type WalletSettings } from '../wallet/settings'

/** The shop's rules by topic, each with the version that entries point to. */
export interface Settings {
  readonly tiers: TierProgram
  readonly benefits: BenefitSettings
  readonly earning: EarningSettings
  readonly campaigns: CampaignSettings
  readonly points: PointsSettings
  readonly growth: GrowthSettings
  readonly checkin: CheckinSettings
  readonly wallet: WalletSettings
  readonly shop: ShopSettings
  readonly memberships: MembershipSettings
  readonly counter: CounterSettings
  readonly giftCards: GiftCardSettings
}

export type Topic = keyof Settings

/** What holds until the merchant changes it: version 0 of every topic. */
export const DEFAULT_SETTINGS: Settings = {
  tiers: DEFAULT_PROGRAM,
  benefits: DEFAULT_BENEFITS,
  earning: DEFAULT_EARNING,
  campaigns: DEFAULT_CAMPAIGNS,
  points: DEFAULT_POINTS,
  growth: DEFAULT_GROWTH,
  checkin: DEFAULT_CHECKIN,
  wallet: DEFAULT_WALLET,
  shop: DEFAULT_SHOP,
  memberships: DEFAULT_MEMBERSHIPS,
  counter: DEFAULT_COUNTER,
  giftCards: DEFAULT_GIFT_CARDS,
}

import type { Words } from '@shared/kernel/words'
import type { Audience, Goods } from '../earning/multipliers'
import type { Day } from '@shared/kernel/day'

/** More points for a season: from a day to a day, for some goods or all, for some members or all. */
export interface Campaign {
  readonly id: string
  readonly name: Words
  readonly isOn: boolean
  readonly from: Day
  /** The last day of it. */
  readonly to: Day
  /** 20,000 is double. */
  readonly rateBp: number
  readonly goods: Goods
  readonly audience: Audience
}

export interface CampaignSettings {
  readonly version: number
  readonly campaigns: readonly Campaign[]
}

export const DEFAULT_CAMPAIGNS: CampaignSettings = { version: 0, campaigns: [] }

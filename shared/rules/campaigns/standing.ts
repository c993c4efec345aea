import type { Day } from '@shared/kernel/day'
import type { Audience, Goods } from '../earning/multipliers'
import type { Campaign } from './settings'

export type CampaignState = 'upcoming' | 'running' | 'ended' | 'off'

export interface CampaignStanding {
  readonly id: string
  readonly state: CampaignState
  /** The ids of the others that can hold for the same purchase. */
  readonly overlaps: readonly string[]
}

/** How each campaign stands on a day, and which others it meets: so that a merchant sees where rates will stack. */
export function standingsOf(campaigns: readonly Campaign[], today: Day): readonly CampaignStanding[] {
  return campaigns.map((campaign) => ({
    id: campaign.id,
    state: stateOf(campaign, today),
    overlaps: campaigns.filter((other) => canMeet(campaign, other, today)).map(({ id }) => id),
  }))
}

export function stateOf({ isOn, from, to }: Campaign, today: Day): CampaignState {
  if (to < today) return 'ended'
  if (!isOn) return 'off'
  return from <= today ? 'running' : 'upcoming'
}

/** Whether a purchase on some day from today on can come under both. */
function canMeet(one: Campaign, other: Campaign, today: Day): boolean {
  if (one.id === other.id) return false
  const areLive = [one, other].every((campaign) => ['running', 'upcoming'].includes(stateOf(campaign, today)))
  const onOneDay = one.from <= other.to && other.from <= one.to
  return (
    areLive && onOneDay && goodsMeet(one.goods, other.goods) && audiencesMeet(one.audience, other.audience)
  )
}

/** A product may stand in any category, so a category and a product can meet. */
function goodsMeet(one: Goods, other: Goods): boolean {
  if (one.of === 'categories' && other.of === 'categories') return share(one.categories, other.categories)
  if (one.of === 'products' && other.of === 'products') return share(one.products, other.products)
  return true
}

/** Nobody is on two levels; but a member of any level may pay, or be in a segment. */
function audiencesMeet(one: Audience, other: Audience): boolean {
  return one.of === 'tiers' && other.of === 'tiers' ? share(one.tiers, other.tiers) : true
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.some((item) => others.includes(item))
}

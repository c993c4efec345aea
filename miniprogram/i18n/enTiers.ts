import { formatCount } from './format'
import type { zhTiers } from './zhTiers'

const counted = (n: number, one: string) => `${formatCount(n)} ${n === 1 ? one : `${one}s`}`

/** "a", "a and b", "a, b and c". */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const enTiers: typeof zhTiers = {
  since: (day) => `since ${day}`,
  card: (tier) => `Membership card, ${tier}, see all tiers`,
  explainCard: (tier) => `Membership card, ${tier}, see why`,
  away: (tier, missing) => `${capital(listed(missing))} away from ${tier}`,
  missing: {
    growth: (n) => counted(n, 'growth point'),
    spend: (money) => `${money} of spend`,
    oneOrder: (money) => `one order of ${money}`,
    invitations: (n) => counted(n, 'invitation'),
    orders: (n) => counted(n, 'order'),
  },
  or: (doing) => `or ${listed(doing)}`,
  doing: {
    growth: (n) => `${formatCount(n)} more growth ${n === 1 ? 'point' : 'points'}`,
    spend: (money) => `${money} more of spend`,
    oneOrder: (money) => `one order of ${money}`,
    invitations: (n) => `${formatCount(n)} more ${n === 1 ? 'invitation' : 'invitations'}`,
    orders: (n) => `${formatCount(n)} more ${n === 1 ? 'order' : 'orders'}`,
  },
  reached: (tier) => `The condition of ${tier} is met`,
  have: {
    growth: (have, need) => `${formatCount(have)} / ${formatCount(need)} growth points`,
    spend: (have, need) => `Spend ${have} / ${need}`,
    oneOrder: (have, need) => `Largest order ${have} / ${need}`,
    invitations: (have, need) => `${formatCount(have)} / ${counted(need, 'invitation')}`,
    orders: (have, need) => `${formatCount(have)} / ${counted(need, 'order')}`,
  },
  paid: (tier, money, days) => `${tier} for ${money}, ${counted(days, 'day')}`,
  orPaid: (money, days) => `or ${money} for ${counted(days, 'day')}`,
  top: 'This is the highest tier',
  by: { paid: 'paid for', manual: 'given by the store' },
  until: (day) => `Valid through ${day}`,
  keep: {
    kept: (day) => `kept: goes on through ${day}`,
    total: (money) => `${money} more of spend keeps it`,
    singleOrder: (money) => `one order of ${money} keeps it`,
    otherwise: (tier) => `then ${tier}`,
  },
  page: {
    title: 'Tiers',
    own: 'My tier',
    passed: 'Reached',
    progress: (share) => `${share} there`,
    onlyPaid: 'To be paid for',
    position: (n, all) => `Tier ${n} of ${all}`,
    choose: (tier) => `See ${tier}`,
    howTo: 'How to get there',
    everybody: 'Every member has it from the start.',
    way: (n) => `Way ${n}`,
    anyWay: 'Any one of these is enough',
    allParts: 'All of these together',
    countsFrom: (day) => `Orders since ${day} count`,
    paidFor: (money, days) => `${money}, good for ${counted(days, 'day')}`,
    benefits: 'Benefits',
    noBenefits: 'This tier has no benefits yet.',
    added: { new: 'New', more: 'More', same: '' },
    paidOnly: 'for who paid',
    ownBenefits: 'My benefits',
    validity: 'Validity',
    noEnd: 'Yours without a last day.',
    validThrough: (day) => `Through ${day}`,
    earnedUnder: (tier, day) => `The tier that was earned is ${tier}, valid through ${day}.`,
    keepTitle: 'This keeps it for longer',
    keepHave: {
      singleOrder: (have, need) => `Largest order ${have} / ${need}`,
      total: (have, need) => `Spend ${have} / ${need}`,
    },
    keptUntil: (day) => `Kept, it is valid through ${day}.`,
    keptAlready: (day) => `It is kept: after that it goes on through ${day}.`,
    otherwise: (tier) => `As things stand, the tier after that is ${tier}.`,
    rules: 'The rules',
    why: 'Why I have this tier',
    off: 'Tiers are switched off for now',
    offHint: 'Your points, growth and spend are kept as ever, and count when tiers are back.',
    nothingAbove: 'This is the highest tier.',
  },
}

import { enAssistant } from './enAssistant'
import { enAudit } from './enAudit'
import { enBenefits } from './enBenefits'
import { enBooks } from './enBooks'
import { enCounter } from './enCounter'
import { enIntakeKeys } from './enIntakeKeys'
import { enGoods } from './enGoods'
import { enCheckout } from './enCheckout'
import { enCoupons } from './enCoupons'
import { enLevels } from './enLevels'
import { enMemberCode } from './enMemberCode'
import { enOrderDesk } from './enOrderDesk'
import { enOwnBenefits } from './enOwnBenefits'
import { enRefund } from './enRefund'
import { enPayments } from './enPayments'
import { enRules } from './enRules'
import { enShop } from './enShop'
import { enShopOrders } from './enShopOrders'
import { enShopRules } from './enShopRules'
import { enTierPreview } from './enTierPreview'
import { enTiers } from './enTiers'
import { enWallet } from './enWallet'
import { formatCount } from './format'
import type { Text } from './zh'

/** "1 day", "1,200 days". */
function counted(n: number, one: string, many: string): string {
  return `${formatCount(n)} ${Math.abs(n) === 1 ? one : many}`
}

export const en: Text = {
  brand: 'Changke',
  tabs: { home: 'Home', points: 'Points', shop: 'Shop', mine: 'Me' },
  units: {
    points: 'points',
    growth: 'growth',
    pointsOf: (n) => counted(n, 'point', 'points'),
    growthOf: (n) => `${formatCount(n)} growth`,
    daysOf: (n) => counted(n, 'day', 'days'),
    itemsOf: (n) => counted(n, 'item', 'items'),
  },
  common: {
    retry: 'Try again',
    close: 'Close',
    loading: 'Loading',
    more: 'Load more',
    working: 'Working',
    showAll: 'Show all',
    ok: 'OK',
    cancel: 'Cancel',
    showLess: 'Show less',
  },
  failure: {
    title: 'This did not load',
    offline: 'There is no network. Check it and try again; nothing will be counted twice.',
    offlineHint: 'Check it and try again. The newest comes as soon as it is back.',
    offlineTitle: 'No network',
    staleSince: (time) => `No network. Showing what was seen on ${time}`,
    notRenewed: (time) => `Not updated. Showing what was seen on ${time}`,
    internal: 'Something went wrong on our side. Please try again; nothing will be counted twice.',
    forbiddenTitle: 'No permission',
    notMemberTitle: 'You are not a member yet',
    notMember: 'Join with one tap and this page is yours.',
    toHome: 'Join on the home page',
    backHome: 'Back to the home page',
  },
  tier: enTiers,
  shop: enShop,
  goods: enGoods,
  memberCode: enMemberCode,
  counter: enCounter,
  refund: enRefund,
  orderDesk: enOrderDesk,
  home: {
    title: 'Changke',
    guestTitle: 'Become a regular',
    guestLead: (hasTiers) =>
      `Every visit counts. ${hasTiers ? 'Points, growth and tier' : 'Points and growth'}, all on this card.`,
    knownTitle: 'Welcome back',
    knownLead: 'The shop remembers your purchases. Join and they are yours.',
    keptForYou: 'Kept for you',
    gives: (hasTiers) => [
      {
        title: 'Points on purchases',
        text: 'Each purchase earns points and growth, and you see when they lapse.',
      },
      { title: 'Daily check-in', text: 'Once a day; a longer streak earns more.' },
      ...(hasTiers
        ? [
            {
              title: 'Tiers that rise by themselves',
              text: 'Reach what a tier asks for and you are up at once.',
            },
          ]
        : []),
      { title: 'Every number answers', text: 'Tap any number to see where it comes from.' },
    ],
    join: 'Join with one tap',
    joinKnown: 'Join and collect',
    consentBefore: 'By joining you have read and agree to the ',
    consentLink: 'privacy terms',
    welcome: (tier) => (tier === null ? 'Welcome' : `Welcome. You are now ${tier}`),
    points: 'Points',
    balance: 'Stored value',
    growth: 'Growth',
    opensExplanation: (name, value) => `${name} ${value}, open explanation`,
    opensLedger: (name, value) => `${name} ${value}, see every entry`,
  },
  wallet: enWallet,
  checkin: {
    title: 'Daily check-in',
    streak: (n) => (n === 1 ? '1 day in a row' : `${n} days in a row`),
    noStreak: 'Day 1 starts today',
    day: (n) => `Day ${n}`,
    today: 'Today',
    button: (points) => `Check in for ${counted(points, 'point', 'points')}`,
    doneToday: 'Checked in today',
    tomorrow: (points) => `${counted(points, 'point', 'points')} tomorrow`,
    calendar: 'Calendar',
    reached: (tier) => `You reached ${tier}`,
    howMade: 'See why',
    cycleNote: "Once a day by the shop's clock. After a missed day the streak starts again from day 1.",
    monthCount: (n) => `${counted(n, 'day', 'days')} this month`,
    earlier: 'Previous month',
    later: 'Next month',
    stamped: (day) => `${day}, checked in`,
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    streakLabel: 'Current streak',
    streakDays: (n) => (n === 1 ? 'day' : 'days'),
  },
  points: {
    title: 'Points',
    balance: 'Points to spend',
    balanceExplain: 'Where they come from',
    lots: 'When they lapse',
    validUntil: (day) => `Until ${day}`,
    neverLapses: 'Never lapse',
    ledger: 'History',
    soon: (points, day) => `${points} points lapse within 30 days, the first on ${day}`,
    pending: 'Pending',
    releasedOn: (day) => `On ${day}`,
    debt: (points) => `${points} points owed`,
    debtHint:
      'A refund took back points that were already spent. The next points you earn repay it, until it is settled.',
    empty: 'No points yet',
    emptyHint: 'Check in or buy something and each entry is listed here.',
    toCheckin: 'Check in',
  },
  growth: {
    title: 'Growth',
    balance: 'Growth that counts',
    balanceExplain: 'Where it comes from',
    counting: 'How it is counted',
    allTime: 'All of it counts, without a time limit.',
    rolling: (days, since) =>
      `Only the last ${formatCount(days)} days count: what was gained since ${since}.`,
    reset: (months, since, until) =>
      `It starts over every ${months} ${months === 1 ? 'month' : 'months'}. This time runs from ${since} to ${until}.`,
    untilReset: (months, until) =>
      `All of it counts until ${until}. After that it starts over every ${months} ${months === 1 ? 'month' : 'months'}.`,
    leaving: (growth, day) => `From ${day}, ${growth} growth no longer counts.`,
    ledger: 'History',
    empty: 'No growth yet',
    emptyHint: 'Check in or buy something and each entry is listed here.',
  },
  ledger: {
    after: { points: (n) => `${formatCount(n)} left`, growth: (n) => `${formatCount(n)} in all` },
    growthChange: (change) => `${change} growth`,
    pending: 'Pending',
    pendingChange: (change) => `${change} pending`,
    owed: (points) => `${points} newly owed`,
    repaid: (points) => `${points} repaid a debt`,
    all: 'All',
    groups: {
      points: {
        earned: 'Earned',
        spent: 'Spent',
        refunds: 'Refunds',
        expired: 'Lapsed',
        adjusted: 'Adjusted',
      },
      growth: {
        earned: 'Earned',
        spent: 'Spent',
        refunds: 'Refunds',
        expired: 'Lapsed',
        adjusted: 'Adjusted',
      },
    },
    allMonths: 'All months',
    clearMonth: 'Any month',
    nothing: 'Nothing like that',
    nothingHint: 'Try another month or kind.',
    clear: 'Show everything',
    earlier: 'See earlier entries',
    newest: 'Back to the newest',
    end: 'That is all',
  },
  birthday: {
    title: 'Birthday',
    unset: 'Not set',
    confirmTitle: (day) => `Is ${day} your birthday?`,
    confirm:
      'It can be changed only once a year, and not in the 30 days before a birthday. Please check it before you save.',
    save: 'Save',
    saved: 'Birthday saved',
    locked: (day) =>
      `A birthday can be changed only once a year, and not in the 30 days before it. Yours can be changed from ${day}.`,
    understood: 'Got it',
  },
  messages: {
    title: 'Messages',
    unread: 'Unread',
    empty: 'No messages yet',
    emptyHint: 'Points about to lapse and changes of your level are told here.',
    toPoints: 'See your points',
    open: {
      points: 'See your points',
      tiers: 'See the levels',
      benefits: 'See your benefits',
      coupons: 'See your coupons',
      wallet: 'See your wallet',
      memberships: 'See paid memberships',
      memberCode: 'Open your member code',
      shopOrders: 'See your orders',
    },
    end: 'No earlier messages',
  },
  mine: {
    title: 'Me',
    memberSince: (day) => `Member since ${day}`,
    member: 'Member',
    guest: 'Not a member yet',
    guestHint: 'Join with one tap and start collecting points and growth.',
    toJoin: 'Join',
    messages: 'Messages',
    unread: (count) => `${count} unread`,
    checkin: 'Check-in calendar',
    language: 'Language',
    privacy: 'Privacy terms',
    merchant: 'Manage the shop',
    merchantHint: { owner: 'Owner', manager: 'Manager', clerk: 'Clerk' },
  },
  privacy: {
    title: 'Privacy terms',
    version: (version) => `Version ${version}`,
    lead: 'Please take a minute before joining. Only what the membership needs is kept.',
    sections: [
      {
        title: 'What is kept',
        text: 'The identifier that WeChat gives this mini-program (OPENID), when you joined, which version of these terms you agreed to and when, and your purchases, check-ins, points, growth and stored value at this shop. With an order that is delivered: the name, phone and address that you give; before that they stay on your phone.',
      },
      {
        title: 'What for',
        text: 'To know you as the same member, to work out points, growth and tier, and to show you where each number comes from. For nothing else.',
      },
      {
        title: 'Where',
        text: "In the shop's own cloud environment. The identifier is never shown on any page and never given to anybody.",
      },
      {
        title: 'Your rights',
        text: 'You can see all your records at any time. To correct, export or delete them, ask the staff; the shop does it once it has made sure that it is you.',
      },
    ],
  },
  explain: {
    title: 'Explanation',
    rules: {
      tiers: 'Rules of tiers',
      benefits: 'Benefits',
      earning: 'Rules of earning',
      campaigns: 'Campaigns',
      points: 'Rules of points',
      growth: 'Rules of growth',
      checkin: 'Rules of check-in',
      wallet: 'Rules of stored value',
      memberships: 'Rules of paid memberships',
      giftCards: 'Rules of gift cards',
      shop: 'Rules of the shop',
      counter: 'Rules of the counter',
    },
    ruleVersion: (version) => (version === 0 ? 'Default settings' : `Settings version ${version}`),
    source: 'From',
  },
  overview: {
    title: 'Shop overview',
    standing: 'The shop',
    members: 'Members',
    averageOrder: 'Average order',
    repurchase: 'Repurchase rate',
    repurchaseOf: (repeat, buyers) => `${repeat} of ${buyers} buyers came back on another day`,
    sales: 'Sales to date',
    orders: 'Orders',
    pointsOutstanding: 'Points unspent',
    byTier: 'Members by tier',
    todayTitle: 'Today against yesterday',
    yesterday: (value) => `Yesterday ${value}`,
    newMembers: 'New members',
    salesShort: 'Sales',
    pointsIssued: 'Points issued',
    checkins: 'Check-ins',
    last30: 'Last 30 days',
    best: (day, value) => `Best ${day} · ${value}`,
    quiet30: 'Nothing in these 30 days',
    table: 'Show the figures',
    hideTable: 'Hide the figures',
    asOf: (time) => `As of ${time}`,
    neverComputed: 'Not worked out yet. It is done by itself in a while.',
    noMembers: 'No members yet',
    noMembersHint: 'They appear here once shoppers join on the home page.',
  },
  rules: enRules,
  shopRules: enShopRules,
  ownBenefits: enOwnBenefits,
  coupons: enCoupons,
  checkout: enCheckout,
  shopOrders: enShopOrders,
  levels: enLevels,
  tierPreview: enTierPreview,
  benefits: enBenefits,
  books: enBooks,
  audit: enAudit,
  payments: enPayments,
  intakeKeys: enIntakeKeys,
  assistant: enAssistant,
}

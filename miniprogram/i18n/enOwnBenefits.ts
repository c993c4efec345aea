import { formatCount } from './format'
import type { zhOwnBenefits } from './zhOwnBenefits'

const counted = (n: number, one: string, many: string): string => `${formatCount(n)} ${n === 1 ? one : many}`

export const enOwnBenefits: typeof zhOwnBenefits = {
  title: 'My benefits',
  ofLevel: (tier) => `${tier} benefits`,
  count: (n) => counted(n, 'benefit', 'benefits'),
  opensLevels: (tier) => `${tier} benefits, see all levels`,
  holds: 'With your level',
  usable: 'Ready to use',
  coming: 'Coming up',
  past: 'Used and expired',
  nothingUsable: 'Nothing to use right now.',
  kinds: { cashOff: 'Voucher', percentOff: 'Birthday discount', exchange: 'Exchange' },
  grantedOn: (day) => `Given on ${day}`,
  validUntil: (day) => `Good until ${day}`,
  endsToday: 'Ends today',
  daysLeft: (n) => counted(n, 'day left', 'days left'),
  today: 'Today',
  used: (day) => `Used on ${day}`,
  expired: (day) => `Expired on ${day}`,
  lastGiven: (day) => `Last given on ${day}`,
  tellBirthday: 'Tell us your birthday under Me first; then it comes in that month.',
  paidOnly: 'Paid members',
  off: 'Levels are switched off for now',
  offHint: 'Coupons that you were given can be used as before.',
  empty: 'No benefits on this level yet',
  emptyHint: 'New ones, and those of a higher level, will be shown here.',
  toHome: 'See how to move up',
}

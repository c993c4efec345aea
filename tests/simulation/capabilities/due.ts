import type { Entry } from '@shared/rules/account/entry'
import type { Due, MemberBooks } from '../books/memberBooks'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'

const PREFIXES: Readonly<Record<Due['what'], string>> = {
  release: 'release',
  lapse: 'expiry',
  growthLapse: 'growthLapse',
}

/** What falls due by the day comes in the order of the days, none left out, each under a cause of its own. */
export function mustBeDue(what: Due['what'], entry: Entry, member: MemberBooks, shop: ShopBooks): void {
  const { _id, day, seq, recordedAt } = entry
  must(
    _id.startsWith(`${PREFIXES[what]}:${member.id}:`) && _id.endsWith(`:${seq}`),
    () => `${_id} is no cause of number ${seq}`,
  )
  const mode = shop.growthMode(member)
  const due = member.firstDue(mode)
  if (due?.what === what && due.day === day) return
  // whoever still goes by the rules before leaves growth alone that is counted by the new ones
  const isBetween = shop.settings.possible(recordedAt).length > 1
  const other = isBetween ? member.firstDue(undefined) : null
  must(
    other?.what === what && other.day === day,
    () => `${_id}: a ${what} of ${day}, where a ${due?.what} of ${due?.day} was due`,
  )
}

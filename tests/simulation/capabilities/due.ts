import type { Entry } from '@shared/rules/account/entry'
import type { Due, MemberBooks } from '../books/memberBooks'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'

const PREFIXES: Readonly<Record<Due['what'], string>> = {
  release: 'release',
  lapse: 'expiry',
  growthLapse: 'growthLapse',
  judgement: 'tierJudged',
  grant: 'grant',
}

/** What falls due by the day comes in the order of the days, none left out, each under a cause of its own. */
export function mustBeDue(what: Due['what'], entry: Entry, member: MemberBooks, shop: ShopBooks): void {
  const { _id, day, seq, recordedAt } = entry
  must(
    what === 'grant' || (_id.startsWith(`${PREFIXES[what]}:${member.id}:`) && _id.endsWith(`:${seq}`)),
    () => `${_id} is no cause of number ${seq}`,
  )
  const isDue = (due: Due | null): boolean =>
    due?.what === what && due.day === day && (due.key ?? _id) === _id
  const rules = shop.dueRules(member)
  const due = member.firstDue(rules)
  if (isDue(due)) return
  // whoever still goes by the rules before leaves alone what is counted, judged and given by the new ones
  const possible = shop.settings.possible(recordedAt)
  const others = possible.flatMap(({ tiers, benefits }) =>
    [{ mode: rules.mode }, {}].flatMap((mode) => [
      member.firstDue({ ...mode, tiers, benefits }),
      member.firstDue({ ...mode, tiers }),
      member.firstDue(mode),
    ]),
  )
  must(
    possible.length > 1 && others.some(isDue),
    () => `${_id}: a ${what} of ${day}, where a ${due?.what} of ${due?.day} was due`,
  )
}

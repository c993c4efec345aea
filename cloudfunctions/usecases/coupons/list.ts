import { ok, refuse } from '@shared/kernel/result'
import { couponsOf } from '@shared/rules/benefits/coupons'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { hasExpired } from '@shared/rules/coupons/coupon'
import type { InputOf } from '@shared/contracts'
import { readShelf } from '../../database/coupons'
import { getByIds } from '../../database/documentAccess'
import { readAccount } from '../../database/members'
import type { Call, UseCase } from '../../runtime/call'
import { asPage, PAGE } from './page'

type Shelf = InputOf<'coupons.list'>['shelf']

/**
 * The coupons are read after the account: what has left its tail by then is among them, and what still waits there is
 * made of its entries.
 */
export const list: UseCase<'coupons.list'> = async (call, { shelf, cursor }) => {
  const { cloud, memberId, today } = call
  const [account, { tiers }] = await Promise.all([readAccount(cloud, memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const [filed, waiting] = await Promise.all([
    readShelf(cloud, memberId, shelf, today, cursor, PAGE + 1),
    waitingOn(call, shelf, account.tail.flatMap(couponsOf)),
  ])
  const isBeyond = ({ validUntilDay, _id }: Coupon) =>
    !cursor || compare(shelf, { day: validUntilDay, id: _id }, cursor) > 0
  const all = [...new Map([...waiting.filter(isBeyond), ...filed].map((each) => [each._id, each])).values()]
  const inOrder = all.sort((a, b) =>
    compare(shelf, { day: a.validUntilDay, id: a._id }, { day: b.validUntilDay, id: b._id }),
  )
  return ok(asPage(inOrder.slice(0, PAGE + 1), today, tiers))
}

/** What waits in the tail and is not filed, as far as it is on the shelf: nobody can have used it yet. */
async function waitingOn(
  { cloud, today }: Call,
  shelf: Shelf,
  coupons: readonly Coupon[],
): Promise<Coupon[]> {
  const own = coupons.filter((coupon) => (hasExpired(coupon, today) ? 'expired' : 'usable') === shelf)
  const filed = await getByIds<Coupon>(
    cloud,
    'coupons',
    own.map(({ _id }) => _id),
    { _id: true },
  )
  return own.filter(({ _id }) => !filed.some((each) => each._id === _id))
}

interface Place {
  readonly day: string
  readonly id: string
}

/** The order of a shelf: usable coupons by what lapses first, the others the latest first. */
function compare(shelf: Shelf, a: Place, b: Place): number {
  const rising = a.day === b.day ? (a.id < b.id ? -1 : Number(a.id > b.id)) : a.day < b.day ? -1 : 1
  return shelf === 'usable' ? rising : -rising
}

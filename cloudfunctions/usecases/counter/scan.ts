import { ok, refuse } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import { couponFace } from '@shared/rules/coupons/face'
import { readCounterSale } from '../../database/counterSales'
import { readShelf } from '../../database/coupons'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { readCode } from '../memberCode/memberCode'
import { saleIdOf } from './bill'
import { MOST_COUPONS } from './coupons'
import { balanceOf, tierOf } from './member'
import { openVisit, VISIT_LASTS_MS } from './visit'

export const scan: UseCase<'counter.scan'> = async (call, { code }) => {
  const { cloud, today, at, secret } = call
  const read = readCode(code, at, secret)
  if (!read.ok)
    return refuse({ code: read.error === 'expired' ? 'MEMBER_CODE_EXPIRED' : 'MEMBER_CODE_UNKNOWN' })
  const { member, codeId } = read.value
  const [found, used, coupons, settings] = await Promise.all([
    readAccount(cloud, member),
    readCounterSale(cloud, saleIdOf(codeId)),
    readShelf(cloud, member, 'usable', today, undefined, MOST_COUPONS),
    call.settings(),
  ])
  if (!found?.joined) return refuse({ code: 'MEMBER_CODE_UNKNOWN' })
  if (used) return refuse({ code: 'MEMBER_CODE_USED' })
  const account = settle(found, today, settings, at)
  return ok({
    visit: openVisit(read.value, call, at),
    now: at,
    openUntil: at + VISIT_LASTS_MS,
    member: {
      id: member,
      tier: tierOf(account, settings),
      joinedDay: found.joined.day,
      points: account.balances.points,
      balance: balanceOf(account),
    },
    coupons: coupons.map((coupon) => couponFace(coupon, today, settings.tiers)),
    confirmAboveFen: settings.counter.confirmAboveFen,
  })
}

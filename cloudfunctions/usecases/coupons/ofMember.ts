import { ok, refuse } from '@shared/kernel/result'
import { readAllCoupons } from '../../database/coupons'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { asPage, PAGE } from './page'

/** What a level gave a moment ago comes in within a minute or two. */
export const ofMember: UseCase<'coupons.ofMember'> = async (call, { member, cursor }) => {
  const { cloud, today } = call
  const [account, found, { tiers }] = await Promise.all([
    readAccount(cloud, member),
    readAllCoupons(cloud, member, cursor, PAGE + 1),
    call.settings(),
  ])
  return account ? ok(asPage(found, today, tiers)) : refuse({ code: 'MEMBER_NOT_FOUND' })
}

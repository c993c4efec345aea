import { ok, refuse } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import { readPurchases } from '../../database/memberships'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { paidLevels, purchaseFace } from './faces'

const PAGE = 20

export const ofMember: UseCase<'memberships.ofMember'> = async (call, { member, cursor }) => {
  const { cloud, today, at } = call
  const [account, found, settings] = await Promise.all([
    readAccount(cloud, member),
    readPurchases(cloud, member, cursor, PAGE + 1),
    call.settings(),
  ])
  if (!account) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    running: paidLevels(settle(account, today, settings, at).tier, settings, today).running,
    purchases: page.map((purchase) => purchaseFace(purchase, settings)),
    nextCursor: last && found.length > PAGE ? { at: last.createdAt, id: last._id } : null,
  })
}

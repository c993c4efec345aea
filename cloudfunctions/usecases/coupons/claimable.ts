import { groupBy } from '@shared/kernel/groupBy'
import { ok, refuse } from '@shared/kernel/result'
import { templateFace } from '@shared/rules/coupons/face'
import { issueCoupon, type Receiver } from '@shared/rules/coupons/issue'
import { isOver, leftOf } from '@shared/rules/coupons/template'
import { isOn } from '@shared/rules/tiers/program'
import { readOfTemplates } from '../../database/coupons'
import { readClaimable } from '../../database/couponTemplates'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

const MOST = 50

export const claimable: UseCase<'coupons.claimable'> = async (call) => {
  const { cloud, memberId, today } = call
  const [account, found, { tiers }] = await Promise.all([
    readAccount(cloud, memberId),
    readClaimable(cloud, MOST),
    call.settings(),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const templates = found.filter((template) => !isOver(template, today))
  const held = await readOfTemplates(
    cloud,
    memberId,
    templates.map(({ _id }) => _id),
  )
  const receiver: Receiver = {
    member: memberId,
    levelId: isOn(tiers) ? account.tier.id : null,
    birthday: account.birthday?.day ?? null,
  }
  const heldOf = groupBy(held, ({ template }) => template)
  return ok({
    templates: templates.map((template) => {
      const own = heldOf.get(template._id) ?? []
      // A cause that no call has: what is asked is whether another one could be taken.
      const issued = issueCoupon(template, receiver, own, { of: 'claimed', id: '' }, today)
      return {
        ...templateFace(template._id, template, tiers),
        left: leftOf(template),
        had: own.length,
        limit: template.perMember,
        closed: issued.ok ? null : issued.error.code,
      }
    }),
  })
}

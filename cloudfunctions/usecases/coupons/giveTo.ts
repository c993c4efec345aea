import type { IssueCause } from '@shared/rules/coupons/issue'
import { givenMessage } from '@shared/rules/coupons/tell'
import { outboxItems, type OutboxItem } from '@shared/rules/messages/outbox'
import type { TierProgram } from '@shared/rules/tiers/program'
import type { Moment } from '../../database/commandOnAccount'
import { insertMissing } from '../../database/documentAccess'
import { issueCoupons, type Issued } from '../../database/issueCoupons'

/**
 * Gives a coupon to some members and tells those who have it. The message has the coupon for its id: whatever is tried
 * again tells nobody twice, and what stopped between the two is told then. Null where there is no such template.
 */
export async function giveTo(
  moment: Moment,
  template: string,
  members: readonly string[],
  cause: Extract<IssueCause, { of: 'given' }>,
  tiers: TierProgram,
): Promise<ReadonlyMap<string, Issued> | null> {
  const issued = await issueCoupons(moment, template, members, cause, tiers)
  const given = [...(issued?.values() ?? [])].flatMap((each) => (each.ok ? [each.value] : []))
  await insertMissing<OutboxItem>(
    moment.cloud,
    'outbox',
    given.flatMap((coupon) => {
      const message = givenMessage(coupon, moment.at, moment.today)
      return message ? outboxItems(message, moment.at) : []
    }),
  )
  return issued
}

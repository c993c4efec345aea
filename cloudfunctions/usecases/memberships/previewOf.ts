import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import { quoteRefund, refundMembership } from '@shared/rules/memberships/bookRefund'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { refundWords } from '@shared/rules/memberships/words'
import { readBoughtSince } from '../../database/memberships'
import { readAccount } from '../../database/members'
import type { Call } from '../../runtime/call'
import { tierOf } from '../shopOrders/faces'
import { freshSettings } from './freshSettings'
import { refundableSince, takenOff } from './taken'

type Preview = Result<
  OutputOf<'memberships.previewRefund'>,
  Refusal<'MEMBERSHIP_NOT_PAID' | 'MEMBERSHIP_USED_UP'>
>

/** The very refund, made on what is there and thrown away. */
export async function previewOf(
  call: Call,
  purchase: MembershipPurchase,
  by: 'member' | `staff:${string}`,
): Promise<Preview> {
  if (purchase.state !== 'paid') return refuse({ code: 'MEMBERSHIP_NOT_PAID' })
  const { cloud, today, at } = call
  const [read, settings] = await Promise.all([readAccount(cloud, purchase.member), freshSettings(call)])
  if (!read) throw new Error(`membership ${purchase._id} is of nobody`)
  const account = settle(read, today, settings, at)
  const since = refundableSince(account)
  const bought = since ? await readBoughtSince(cloud, purchase.member, since) : []
  const quoted = quoteRefund(account, purchase, takenOff(purchase, bought, account, settings), settings, call)
  if (!quoted.ok) return refuse({ code: 'MEMBERSHIP_USED_UP' })
  const { offer, back } = quoted.value
  const done = refundMembership(account, purchase, quoted.value, null, settings, { today, at, by })
  const { tier: _tier, ...amounts } = offer
  return ok({
    ...amounts,
    back,
    words: refundWords(offer),
    tier: { before: tierOf(account, settings), after: tierOf(done.account, settings) },
  })
}

import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { withDueDay } from '@shared/rules/account/settle'
import { trimTail } from '@shared/rules/account/tail'
import { checkIn } from '@shared/rules/checkin/checkIn'
import { join } from '@shared/rules/member/join'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import type { RunningGateway } from '../../local/cloud/gateway/startGateway'
import { insertMembers } from './insertMembers'

const A_CALL = 1_000
const NOON_MS = 12 * 3_600_000
const ID = 'the id of a member'

/**
 * Puts members into the store as they lie there after they joined and checked in on a day: their points lapse at the
 * end of the next year. Only their accounts, for what asks nothing of their history; past the SDK, since they are many.
 */
export async function addMembers(
  gateway: Pick<RunningGateway, 'answer'>,
  envName: string,
  memberIds: readonly string[],
  joinedDay: Day,
): Promise<void> {
  const account = JSON.stringify(checkedIn(ID, joinedDay))
  for (let at = 0; at < memberIds.length; at += A_CALL) {
    const slice = memberIds.slice(at, at + A_CALL).map((memberId) => account.replaceAll(ID, memberId))
    await insertMembers(gateway, envName, slice)
  }
}

/** A member's account as it lies in the store after they joined and checked in on a day, and the tail was moved on. */
export function checkedIn(memberId: string, day: Day): Account {
  const at = startOfDay(day) + NOON_MS
  const joined = join(null, memberId, day, at, '1', DEFAULT_SETTINGS)
  const stamped = joined && checkIn(joined, day, at, DEFAULT_SETTINGS)
  if (!stamped) throw new Error('somebody new could not join and check in')
  return { ...trimTail(withDueDay(stamped, DEFAULT_SETTINGS, day)), version: 1 }
}

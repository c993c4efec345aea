import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { type Door, DoorError, json } from './door'
import { openidSchema } from './openid'

/** The member id of somebody, which the shop reads from a member's code. */
export function memberDoor(memberIdSecret: string): Door {
  return {
    method: 'GET',
    path: '/local/member',
    handle({ url }) {
      const openid = openidSchema.safeParse(url.searchParams.get('openid'))
      if (!openid.success) throw new DoorError(400, 'BAD_OPENID', 'Say whose member id: ?openid=…')
      return json({ member: memberIdOf(openid.data, memberIdSecret) })
    },
  }
}

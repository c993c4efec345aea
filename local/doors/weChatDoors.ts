import { type Door, DoorError, json } from './door'
import { openidSchema } from './openid'

/** What people read inside WeChat around the app. */
export function weChatDoors(): Door[] {
  return [
    {
      method: 'GET',
      path: '/local/wechat/messages',
      handle({ url }) {
        const openid = openidSchema.safeParse(url.searchParams.get('openid'))
        if (!openid.success) throw new DoorError(400, 'BAD_OPENID', 'Say whose messages: ?openid=…')
        // The product sends no messages yet, so WeChat has delivered none.
        return json({ messages: [] })
      },
    },
  ]
}

import { z } from 'zod'
import { type Door, DoorError, json, parseBody } from './door'
import { openidSchema } from './openid'

const paySchema = z.strictObject({
  outTradeNo: z.string().regex(/^[\w*-]{1,32}$/, 'is 1 to 32 letters, digits, _, - or *'),
  outcome: z.enum(['success', 'decline']),
})

/** What people do inside WeChat around the app: pay, and read what WeChat delivered. */
export function weChatDoors(): Door[] {
  return [
    {
      method: 'POST',
      path: '/local/wechat/pay',
      handle(request) {
        const { outTradeNo } = parseBody(request, paySchema)
        throw new DoorError(404, 'PAYMENT_NOT_WAITING', `No payment of number ${outTradeNo} is waiting`)
      },
    },
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

import * as z from 'zod'

/** What the app hands to `wx.requestPayment`, as it is. */
export const paymentParameters = z.strictObject({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

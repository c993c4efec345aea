/** What `wx.requestPayment` asks for, as the server signed it. */
export interface SheetParameters {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** How the sheet was left. `done` is what the phone says, and no proof: the server asks WeChat. */
export type SheetEnd = 'done' | 'cancelled' | 'failed'

/** Opens WeChat's payment sheet, and is back when it is closed. Never throws. */
export type PaymentSheet = (parameters: SheetParameters) => Promise<SheetEnd>

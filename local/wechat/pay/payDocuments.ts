/** A payment as WeChat keeps it. Instants are epoch ms. */
export interface Payment {
  readonly outTradeNo: string
  readonly transactionId: string
  readonly prepayId: string
  /** When the merchant last asked for it: the payer has two hours from then. */
  readonly prepaidAt: number
  readonly appid: string
  readonly openid: string
  readonly description: string
  readonly attach: string
  readonly amountFen: number
  readonly notifyUrl: string
  readonly expiresAt: number | null
  readonly state: 'NOTPAY' | 'SUCCESS' | 'CLOSED'
  readonly paidAt: number | null
  /** The payer closed the sheet; it may be opened again. */
  readonly declinedAt: number | null
}

export interface Refund {
  readonly outRefundNo: string
  readonly refundId: string
  readonly outTradeNo: string
  readonly transactionId: string
  readonly refundFen: number
  readonly totalFen: number
  readonly reason: string
  readonly createdAt: number
  /** From then on it has happened, or failed at the payer's bank. */
  readonly settledAt: number
  readonly abnormal: boolean
}

export interface NoticeTry {
  readonly at: number
  /** What was answered; 0: nothing. */
  readonly status: number
}

export interface Notice {
  readonly id: string
  readonly outTradeNo: string
  readonly event: string
  readonly url: string
  readonly body: string
  readonly tries: readonly NoticeTry[]
  /** Null once it was taken, or given up. */
  readonly nextAt: number | null
  /** A probe carries a signature that is none. */
  readonly probe: boolean
}

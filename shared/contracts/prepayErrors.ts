/** Why WeChat gives nothing to open the payment sheet with. */
export const PREPAY_ERRORS = [
  'PAYMENT_MADE',
  'PAYMENT_OVER',
  'PAYMENT_NOT_OFFERED',
  'PAYMENT_UNAVAILABLE',
] as const

/** What paid levels are sold by, beside the terms that stand with each level. */
export interface MembershipSettings {
  readonly version: number
  /**
   * Whether WeChat Pay may take the money as it does for goods. WeChat names paid memberships among virtual goods, which
   * are paid another way: a shop says yes here once WeChat has told it that its memberships may be sold so.
   */
  readonly byWeChatPay: boolean
  /** Whether stored value pays for them. */
  readonly byBalance: boolean
  /** Whether a refund counts what the level took off orders, where that is more than the days used. */
  readonly countsSavings: boolean
}

export const DEFAULT_MEMBERSHIPS: MembershipSettings = {
  version: 0,
  byWeChatPay: false,
  byBalance: true,
  countsSavings: true,
}

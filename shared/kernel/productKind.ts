/** What is bought. What is delivered to somebody's door is goods; stored value buys goods later. */
export type ProductKind = 'goods' | 'storedValue' | 'giftCard' | 'paidMembership'

/** How a purchase is paid: by WeChat Pay, or as WeChat asks for virtual goods, by `wx.requestVirtualPayment`. */
export type PayWay = 'jsapi' | 'virtual'

/** What the rule had before it when cards moved money of a member's. */
export type CardBasis =
  | {
      readonly of: 'giftCardsBought'
      readonly purchaseId: string
      readonly count: number
      /** Of each card. */
      readonly priceFen: number
      readonly bonusFen: number
      /** What paid for all of them. */
      readonly wechatFen: number
      readonly balanceFen: number
    }
  | {
      readonly of: 'giftCardClaimed'
      readonly cardId: string
      readonly principalFen: number
      readonly bonusFen: number
    }
  | {
      readonly of: 'giftCardReturned'
      readonly cardId: string
      readonly why: CardReturn
      /** By WeChat, and into the wallet. */
      readonly wechatFen: number
      readonly principalFen: number
      readonly bonusFen: number
    }

/** How a card ended unclaimed. */
export type CardReturn = 'refunded' | 'expired' | 'voided'

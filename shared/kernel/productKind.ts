/** What is bought. What is delivered to somebody's door is goods; stored value buys goods later. */
export type ProductKind = 'goods' | 'storedValue' | 'giftCard' | 'paidMembership'

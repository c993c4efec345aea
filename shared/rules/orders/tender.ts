import type { Fen } from '@shared/kernel/fen'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import { addPaid, NOTHING, totalPaid, type Paid } from '../quote/paid'
import { splitBack } from '../quote/splitBack'
import { givenBackLegs, spentLegs } from '../wallet/legs'
import type { Funds, Part } from '../wallet/wallet'

/** Money for goods and for freight, by channel. `wechat` is all that is no stored value: `cashOf` says where it goes. */
export interface PaidParts {
  readonly goods: Paid
  readonly freight: Paid
}

/** How a sale was paid, and which top-ups the stored value came out of: a refund gives it back to them. */
export interface Tender extends PaidParts {
  readonly parts: readonly Part[]
}

type Cash = 'store.cash.counter' | 'store.cash.intake' | 'store.cash.wechat'

/** What is paid without stored value. */
export const withoutWallet = (goodsFen: Fen, freightFen: Fen): PaidParts => ({
  goods: { ...NOTHING, wechat: goodsFen },
  freight: { ...NOTHING, wechat: freightFen },
})

export const paidLegs = (cash: Cash, { goods, freight }: PaidParts): readonly Leg[] => [
  ...spentLegs(fundsOfPaid(goods), 'store.sales'),
  ...move(cash, 'store.sales', 'fen', goods.wechat),
  ...spentLegs(fundsOfPaid(freight), 'store.freight'),
  ...move(cash, 'store.freight', 'fen', freight.wechat),
]

export const paidBackLegs = (cash: Cash, { goods, freight }: PaidParts): readonly Leg[] => [
  ...givenBackLegs(fundsOfPaid(goods), 'store.sales'),
  ...move('store.sales', cash, 'fen', goods.wechat),
  ...givenBackLegs(fundsOfPaid(freight), 'store.freight'),
  ...move('store.freight', cash, 'fen', freight.wechat),
]

/** What amounts that go back are by channel, when nobody said it: each channel's share of what was paid. */
export const sharedBack = (
  goodsFen: Fen,
  freightFen: Fen,
  paid: PaidParts,
  before: PaidParts,
): PaidParts => ({
  goods: splitBack(goodsFen, paid.goods, before.goods),
  freight: splitBack(freightFen, paid.freight, before.freight),
})

export const addParts = (each: readonly PaidParts[]): PaidParts => ({
  goods: addPaid(each.map(({ goods }) => goods)),
  freight: addPaid(each.map(({ freight }) => freight)),
})

/** The stored value in it. */
export const fundsOfParts = ({ goods, freight }: PaidParts): Funds => fundsOfPaid(addPaid([goods, freight]))

/** Throws where the channels are not what they must add up to. */
export function assertParts({ goods, freight }: PaidParts, goodsFen: Fen, freightFen: Fen): void {
  for (const [paid, fen] of [
    [goods, goodsFen],
    [freight, freightFen],
  ] as const) {
    const isWhole = Object.values(paid).every((each) => Number.isSafeInteger(each) && each >= 0)
    if (!isWhole || totalPaid(paid) !== fen)
      throw new Error(`channels of ${JSON.stringify(paid)} for ${fen} fen`)
  }
}

const fundsOfPaid = ({ principal, bonus }: Paid): Funds => ({ principalFen: principal, bonusFen: bonus })

import { GOODS } from './goods'
import { randomOf } from './random'

/** A sale at the counter: goods by their Chinese names, each with how many. */
export interface CounterSale {
  readonly openid: string
  readonly number: string
  readonly goods: readonly (readonly [name: string, pieces: number])[]
  readonly freightFen?: number
  readonly points?: number
  /** What goes back right away of what was paid for goods: in fen, or all of it. */
  readonly refund?: number | 'all'
}

const SEED = 12

/** Points of these can be spent a week later: the shop's first rules. */
export const pendingSales = (devoted: string): readonly CounterSale[] => [
  {
    openid: devoted,
    number: 'A1001',
    goods: [
      ['明前龙井 100 克', 1],
      ['凤梨酥 10 块', 2],
    ],
  },
]

/** Points of these lapse soon, so that reminders come when the clock is turned by some days. */
export const shortLivedSales = (devoted: string, steady: string): readonly CounterSale[] => [
  {
    openid: steady,
    number: 'A1002',
    goods: [
      ['铁观音 125 克', 1],
      ['云南咖啡豆 500 克', 1],
    ],
  },
  { openid: devoted, number: 'A1003', goods: [['挂耳咖啡 10 片', 2]] },
]

/** The rest of the day: points used, money that goes back in part and whole, points that are owed, other customers. */
export function sales(
  devoted: string,
  steady: string,
  debtor: string,
  others: readonly string[],
): CounterSale[] {
  return [
    { openid: devoted, number: 'A1004', goods: [['保温杯 500 毫升', 1]], points: 300 },
    {
      openid: steady,
      number: 'A1005',
      goods: [
        ['玻璃茶壶 600 毫升', 1],
        ['纯棉毛巾 2 条', 1],
      ],
      freightFen: 800,
      points: 200,
      refund: 2_900,
    },
    { openid: devoted, number: 'A1006', goods: [['抽纸 6 包', 1]], refund: 'all' },
    { openid: debtor, number: 'A1007', goods: [['玻璃茶壶 600 毫升', 3]] },
    { openid: debtor, number: 'A1008', goods: [['挂耳咖啡 10 片', 1]], points: 200 },
    ...others.map(otherSale),
  ]
}

/** Goes back though the points that it earned were used: what is left of them does not cover it. */
export const DEBTOR_REFUND = { number: 'A1007', amountFen: 17_800 } as const

function otherSale(openid: string, index: number): CounterSale {
  const random = randomOf(SEED, index)
  const goods = [0, 1].map(() => [random.pick(GOODS).name.zh, 1 + Math.floor(random.next() * 2)] as const)
  return { openid, number: `B${2_001 + index}`, goods }
}

/** What goods cost together, in fen. */
export function priceOf({ goods }: CounterSale): number {
  return goods.reduce((sum, [name, pieces]) => sum + goodNamed(name).priceFen * pieces, 0)
}

export function goodNamed(name: string) {
  const good = GOODS.find((each) => each.name.zh === name)
  if (!good) throw new Error(`the shop has no ${name}`)
  return good
}

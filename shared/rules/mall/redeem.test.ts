import * as fc from 'fast-check'
import { dayOf } from '@shared/kernel/businessDay'
import { monthOf } from '@shared/kernel/day'
import { pays, start } from '../memberships/exampleMembership'
import { toppedUp } from '../wallet/exampleWallet'
import { LEGAL_PREPAID } from '../wallet/settings'
import { NO_WALLET } from '../wallet/wallet'
import { AT, COUPON, CREDIT, DAYS, MUG } from './exampleItem'
import type { MallItem } from './item'
import { whyNot, type Redeemer, type RedeemRules } from './redeem'
import { NO_TALLY, withGivenBack, withRedeemed, type Tally } from './tally'

const HOUR = 3_600_000
const walk = start()
const rules: RedeemRules = { tiers: walk.program, prepaid: LEGAL_PREPAID }
const GOLD: Redeemer = {
  hasJoined: true,
  shopper: { levelId: 'gold', earlyHours: 0 },
  points: 1_000,
  wallet: NO_WALLET,
  tier: walk.standing.tier,
  tally: NO_TALLY,
}
const why = (
  item: Partial<MallItem>,
  redeemer: Partial<Redeemer> = {},
  quantity = 1,
  free: number | null = 9,
) => whyNot({ ...MUG, ...item }, quantity, { ...GOLD, ...redeemer }, free, rules, AT)

test('nothing keeps a member from what they may have, to the last point and the last piece', () => {
  expect(why({})).toEqual([])
  expect(why({}, {}, 2, 2)).toEqual([])
  expect(why({ isCounted: false, gives: { of: 'service' } }, {}, 1, null)).toEqual([])
})

describe('each reason with what there is to know of it', () => {
  test('points and stock', () => {
    expect(why({}, { points: 499 })).toEqual([{ code: 'MALL_POINTS_SHORT', points: 499, missing: 1 }])
    expect(why({}, {}, 2, 1)).toEqual([{ code: 'MALL_SOLD_OUT', left: 1 }])
    expect(why({}, {}, 1, null)).toEqual([{ code: 'MALL_SOLD_OUT', left: 0 }])
  })

  test('from and to', () => {
    expect(why({ isOn: false })).toEqual([{ code: 'MALL_ITEM_OFF' }])
    expect(why({ opensAt: AT + 1 })).toEqual([{ code: 'MALL_OPENS_LATER', opensAt: AT + 1 }])
    expect([why({ opensAt: AT }), why({ closesAt: AT + 1 })]).toEqual([[], []])
    expect(why({ closesAt: AT })).toEqual([{ code: 'MALL_CLOSED', closedAt: AT }])
  })

  test('early access, by the item or by a benefit of the level, whichever is earlier', () => {
    const item = { opensAt: AT + 2 * HOUR, earlyHours: { gold: 1 } }
    expect(why(item)).toEqual([{ code: 'MALL_OPENS_LATER', opensAt: AT + HOUR }])
    expect(why(item, { shopper: { levelId: 'gold', earlyHours: 2 } })).toEqual([])
    expect(why({ ...item, earlyHours: { gold: 2 } })).toEqual([])
    expect(
      why({ ...item, earlyHours: { gold: 2 } }, { shopper: { levelId: 'plus', earlyHours: 0 } }),
    ).toHaveLength(1)
  })

  test('levels and joining', () => {
    expect(why({ levels: ['plus', 'premium'] })).toEqual([
      { code: 'MALL_NOT_FOR_LEVEL', levels: ['plus', 'premium'] },
    ])
    expect(why({ levels: ['gold'] })).toEqual([])
    const nobody = { hasJoined: false, shopper: { levelId: null, earlyHours: 0 } }
    expect(why({}, nobody)).toEqual([{ code: 'MALL_NOT_JOINED' }])
    expect(why({ levels: ['gold'] }, nobody).map(({ code }) => code)).toEqual([
      'MALL_NOT_JOINED',
      'MALL_NOT_FOR_LEVEL',
    ])
  })

  test('limits, ever and in a month, and when there is room again', () => {
    const tally = { ever: 3, month: '2026-06', inMonth: 2 }
    expect(why({ limits: { ever: 3, perMonth: null } }, { tally })).toEqual([
      { code: 'MALL_LIMIT_EVER', most: 3, had: 3 },
    ])
    expect(why({ limits: { ever: null, perMonth: 2 } }, { tally })).toEqual([
      { code: 'MALL_LIMIT_MONTH', most: 2, had: 2, from: '2026-07-01' },
    ])
    expect(why({ limits: { ever: 4, perMonth: 3 } }, { tally })).toEqual([])
    expect(why({ limits: { ever: 4, perMonth: 3 } }, { tally }, 2)).toEqual([
      { code: 'MALL_LIMIT_EVER', most: 4, had: 3 },
    ])
    expect(why({ limits: { ever: null, perMonth: 1 } }, { tally: { ...tally, month: '2026-05' } })).toEqual(
      [],
    )
  })

  test('what it brings must have room', () => {
    const full = toppedUp({ id: 'a', paidFen: 500_000, bonusFen: 0 })
    const counting = { ...rules, prepaid: { ...LEGAL_PREPAID, countsBonus: true } }
    expect(whyNot(CREDIT, 1, { ...GOLD, wallet: full }, 9, rules, AT)).toEqual([])
    expect(whyNot(CREDIT, 1, { ...GOLD, wallet: full }, 9, counting, AT)).toEqual([
      { code: 'MALL_NO_ROOM', roomFen: 0, mostFen: 500_000 },
    ])
    const { tier } = pays(start(), 'premium').standing
    expect(whyNot(DAYS, 1, { ...GOLD, tier }, 9, rules, AT)).toMatchObject([
      { code: 'MALL_LEVEL_REFUSED', why: { code: 'HIGHER_LEVEL_RUNS', levelId: 'premium' } },
    ])
    expect(whyNot(DAYS, 1, GOLD, 9, rules, AT)).toEqual([])
  })

  test('all of them at once', () => {
    const codes = why(
      { levels: ['plus'], opensAt: AT + 1, limits: { ever: 1, perMonth: 1 } },
      { hasJoined: false, points: 0, tally: { ever: 1, month: '2026-06', inMonth: 1 } },
      1,
      0,
    ).map(({ code }) => code)
    expect(codes).toEqual([
      'MALL_NOT_JOINED',
      'MALL_NOT_FOR_LEVEL',
      'MALL_OPENS_LATER',
      'MALL_SOLD_OUT',
      'MALL_LIMIT_EVER',
      'MALL_POINTS_SHORT',
    ])
  })

  test.each([0, -1, 1.5, 21])('%p pieces are none', (quantity) => {
    expect(whyNot(COUPON, quantity, GOLD, 99, rules, AT)).toEqual([{ code: 'MALL_QUANTITY', most: 20 }])
  })
})

const steps = fc.array(
  fc.record({ days: fc.nat(20), quantity: fc.integer({ min: 1, max: 3 }), cancels: fc.boolean() }),
  { maxLength: 30 },
)

test('whatever is redeemed and cancelled, no member ever has more than the limits', () => {
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (asked, ever, perMonth) => {
        let tally: Tally = NO_TALLY
        let at = AT
        let had: { month: string; quantity: number }[] = []
        for (const { days, quantity, cancels } of asked) {
          at += days * 24 * HOUR
          const month = monthOf(dayOf(at))
          const item = { ...MUG, limits: { ever, perMonth }, price: { points: 1, fen: 0 } }
          const reasons = whyNot(item, quantity, { ...GOLD, tally }, 99, rules, at)
          const sum = (of: typeof had) => of.reduce((all, each) => all + each.quantity, 0)
          const fits =
            sum(had) + quantity <= ever &&
            sum(had.filter((each) => each.month === month)) + quantity <= perMonth
          expect(reasons.length === 0).toBe(fits)
          if (fits) {
            tally = withRedeemed(tally, quantity, month)
            had = [...had, { month, quantity }]
          }
          const [first, ...rest] = had
          if (cancels && first) {
            tally = withGivenBack(tally, first.quantity, first.month)
            had = rest
          }
        }
      },
    ),
  )
})

test('more than there was never comes back', () => {
  const one = withRedeemed(NO_TALLY, 1, '2026-06')
  expect(withGivenBack(one, 1, '2026-06')).toEqual({ ever: 0, month: '2026-06', inMonth: 0 })
  expect(withGivenBack(one, 1, '2026-05')).toEqual({ ever: 0, month: '2026-06', inMonth: 1 })
  expect(() => withGivenBack(one, 2, '2026-06')).toThrow('would come back')
})

import { couponsOf } from '../coupons/ofEntry'
import { RULES } from '../coupons/exampleCoupon'
import type { CouponTemplate } from '../coupons/template'
import { explainEntry } from '../explain/explainEntry'
import { explainWallet } from '../explain/explainWallet'
import { whatDoesNotAddUp } from '../explain/explanation'
import { written } from '../explain/memberStory'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { agreedCoupons } from './agreed'
import { leftOf } from './exampleWallet'
import { walletOf } from './wallet'
import { WalletStory } from './walletStory'

const opened = (story: WalletStory, kind: Parameters<WalletStory['entry']>[0]) => {
  const { lines, rules } = explainEntry(story.entry(kind), DEFAULT_SETTINGS.tiers)
  expect(whatDoesNotAddUp(lines)).toBeNull()
  return { lines: written(lines), rules: rules.map(({ topic }) => topic) }
}

const template: CouponTemplate = {
  ...RULES,
  _id: 'five',
  schemaVersion: 1,
  version: 1,
  createdAt: 1,
  changedAt: 1,
  changedBy: 'm0',
  issued: 0,
  reserved: [],
  reservedAt: null,
  validity: { of: 'days', days: 10 },
}

describe('a top-up on the account', () => {
  const gift = { bonusFen: 20_000, points: 500, growth: 30, coupons: [{ templateId: 'five', count: 2 }] }
  const coupons = agreedCoupons(gift, new Map([['five', template]]), '2026-06-01')
  const story = new WalletStory().topUp('2026-06-01', 't', 100_000, gift, { coupons })

  test('pay 1,000 get 200, with points and growth, in one entry', () => {
    const { balances } = story.account
    expect(balances).toMatchObject({ principal: 100_000, bonus: 20_000, points: 500, growth: 30 })
    expect(story.entry('toppedUp')).toMatchObject({
      _id: 'topUp:t:paid',
      source: 'topUp:t',
      rule: { topic: 'wallet', version: 1 },
    })
    expect(story.faults()).toEqual([])
  })

  test('its coupons are made of the entry, with the terms of the day on which they were agreed to', () => {
    expect(couponsOf(story.entry('toppedUp'))).toMatchObject([
      {
        _id: 'topUp:t:paid:five:1',
        member: 'm1',
        cause: { of: 'topUp', topUpId: 't' },
        validFrom: '2026-06-01',
        validUntilDay: '2026-06-10',
        state: 'issued',
      },
      { _id: 'topUp:t:paid:five:2' },
    ])
  })

  test('a coupon that cannot be given any more is promised to nobody', () => {
    const agreed = (change: Partial<CouponTemplate>) =>
      agreedCoupons(gift, new Map([['five', { ...template, ...change }]]), '2026-06-01')
    expect(agreed({})).toHaveLength(1)
    expect(agreed({ isOn: false })).toEqual([])
    expect(agreed({ validity: { of: 'birthdayMonth' } })).toEqual([])
    expect(agreed({ validity: { of: 'dates', from: '2026-01-01', to: '2026-05-31' } })).toEqual([])
    expect(agreedCoupons(gift, new Map(), '2026-06-01')).toEqual([])
  })

  test('a debt of points is repaid first, and growth is not counted as spend', () => {
    const owing = new WalletStory()
    owing.account = { ...owing.account, balances: { ...owing.account.balances, pointsDebt: -200 } }
    const { account } = owing.topUp('2026-06-01', 't', 100, { points: 500 })
    expect(account.balances).toMatchObject({ points: 300, pointsDebt: 0 })
    expect(account.spend.fen).toBe(0)
  })

  test('explains itself', () => {
    const { lines, rules } = opened(story, 'toppedUp')
    expect(lines).toEqual(
      expect.arrayContaining([
        '+ 100000 Paid (WeChat Pay), as principal',
        '+ 20000 Bonus',
        '= 120000 In all',
        '· 500 Points that came with it',
        '· 30 Growth that came with it',
        'By the agreement that you accepted (version 1.0).',
        '= 100000 Principal after',
      ]),
    )
    expect(rules).toEqual(['wallet', 'points'])
  })
})

describe('a refund on the account', () => {
  test('is taken out before it is paid, bonus in proportion, and explains itself', () => {
    const story = new WalletStory()
      .topUp('2026-06-01', 'a', 5_000, { bonusFen: 500 })
      .topUp('2026-06-02', 'b', 10_000, { bonusFen: 3_000 })
    story.refund('2026-06-20', 'r1', 12_500)
    expect(leftOf(walletOf(story.account))).toEqual({ a: [2_500, 250], b: [0, 0] })
    expect(story.account.balances).toMatchObject({ principal: 2_500, bonus: 250 })
    expect(story.faults()).toEqual([])
    const { lines, rules } = opened(story, 'walletRefunded')
    expect(lines.slice(0, 4)).toEqual([
      '+ 10000 A top-up, back by WeChat Pay',
      '+ 2500 A top-up, back by WeChat Pay',
      '= 12500 Principal paid back',
      '· 3250 Bonus taken back with it',
    ])
    expect(lines).toContain('By the store: Moved away')
    expect(rules).toEqual(['wallet'])
  })

  test('what WeChat refuses to pay comes back, bonus and all, into the top-up that it came from', () => {
    const story = new WalletStory().topUp('2026-06-01', 'a', 5_000, { bonusFen: 500 })
    const before = walletOf(story.account)
    const refund = story.refund('2026-06-02', 'r1', 4_000)
    story.returned('2026-06-02', 'r1', refund)
    expect(walletOf(story.account)).toEqual(before)
    expect(story.entry('walletRefundReturned')._id).toBe('walletRefund:r1:returned:a')
    expect(story.faults()).toEqual([])
    expect(opened(story, 'walletRefundReturned').lines).toContain('= 4400 In all')
  })
})

test('the auditor finds top-ups that are not what the balances say, and holds beyond them', () => {
  const story = new WalletStory().topUp('2026-06-01', 'a', 5_000, { bonusFen: 500 })
  const { account } = story
  const [lot] = walletOf(account).lots
  if (!lot) throw new Error('no top-up')
  const checksOf = (wallet: Partial<NonNullable<typeof account.wallet>>) => {
    const changed = { ...account, wallet: { ...walletOf(account), ...wallet } }
    return story.faults(changed).map(({ check }) => check)
  }
  expect(checksOf({})).toEqual([])
  expect(checksOf({ lots: [{ ...lot, principalFen: 4_999 }] })).toEqual(['walletPrincipal'])
  expect(checksOf({ lots: [{ ...lot, bonusFen: 501 }] })).toEqual(['walletBonus'])
  const hold = { orderId: 'o', at: 1, parts: [{ lotId: 'a', principalFen: 5_001, bonusFen: 0 }] }
  expect(checksOf({ holds: [hold] })).toEqual(['walletHolds'])
})

test('the balance opens into the top-ups that are left, each kind by itself', () => {
  const { account } = new WalletStory()
    .topUp('2026-06-01', 'a', 5_000, { bonusFen: 500 })
    .topUp('2026-06-02', 'b', 10_000)
  const { lines } = explainWallet(account, DEFAULT_SETTINGS)
  expect(whatDoesNotAddUp(lines)).toBeNull()
  expect(written(lines)).toEqual([
    '+ 5000 Left of the top-up of 1 Jun 2026',
    '+ 10000 Left of the top-up of 2 Jun 2026',
    '= 15000 Principal',
    '+ 500 Left of the top-up of 1 Jun 2026',
    '= 500 Bonus',
  ])
})

import type { SpendOf, TierStanding, Way } from '@shared/rules/tiers/view'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { partHave, validityTexts, wayLead, wayOr, type EarnedWay, type Part } from './tierProgress'

function part(measure: Part['measure'], have: number, need: number): Part {
  const missing = Math.max(0, need - have)
  return { measure, have, need, missing, progressBp: Math.floor(((need - missing) * 10_000) / need) }
}

const way = (...parts: Part[]): EarnedWay => ({
  of: 'earned',
  parts,
  progressBp: Math.min(...parts.map(({ progressBp }) => progressBp)),
})

const growth = way(part('growth', 1_200, 2_000))
const spend = way(part('spend', 380_000, 500_000))
const several = way(part('spend', 400_000, 500_000), part('invitations', 1, 3), part('orders', 9, 9))
const paid: Way = { of: 'paid', priceFen: 9_900, validDays: 365 }

const said = (each: Way, standard: SpendOf = 'history') => [
  wayLead(each, '黄金会员', standard, zh),
  wayLead(each, 'Gold', standard, en),
]

test('says how far the next level is, in people’s words', () => {
  expect(said(growth)).toEqual(['距黄金会员还差 800 成长值', '800 growth points away from Gold'])
  expect(said(spend)).toEqual(['距黄金会员还差消费 ¥1,200.00', '¥1,200.00 of spend away from Gold'])
  expect(wayLead(way(part('growth', 1, 2)), 'Gold', 'history', en)).toBe('1 growth point away from Gold')
  expect(said(way(part('orders', 1, 3)))).toEqual(['距黄金会员还差下单 2 次', '2 orders away from Gold'])
})

test('of a way of several parts it names each that is missing', () => {
  expect(said(several)).toEqual([
    '距黄金会员还差消费 ¥1,000.00、邀请 2 人',
    '¥1,000.00 of spend and 2 invitations away from Gold',
  ])
  const three = way(...several.parts.slice(0, 2), part('growth', 0, 5))
  expect(wayLead(three, 'Gold', 'history', en)).toBe(
    '¥1,000.00 of spend, 2 invitations and 5 growth points away from Gold',
  )
})

test('where orders do not add up it takes one order of the whole amount', () => {
  expect(said(spend, 'eachOrder')).toEqual([
    '距黄金会员还差一笔满 ¥5,000.00 的消费',
    'One order of ¥5,000.00 away from Gold',
  ])
  expect(said(way(part('largestOrder', 1, 20_000)))[1]).toBe('One order of ¥200.00 away from Gold')
  expect([
    partHave(part('spend', 1, 2), 'eachOrder', zh),
    partHave(part('spend', 1, 2), 'window', zh),
  ]).toEqual(['最大一单 ¥0.01 / ¥0.02', '消费 ¥0.01 / ¥0.02'])
})

test('a way that is gone to its end, and one that is paid for', () => {
  expect(said(way(part('growth', 9, 5)))).toEqual(['已达到黄金会员的条件', 'The condition of Gold is met'])
  expect(said(paid)).toEqual(['¥99.00 开通黄金会员 365 天', 'Gold for ¥99.00, 365 days'])
})

test('another way is an alternative', () => {
  const or = (each: Way) => [wayOr(each, 'history', zh), wayOr(each, 'history', en)]
  expect(or(growth)).toEqual(['或再得 800 成长值', 'or 800 more growth points'])
  expect(or(several)).toEqual([
    '或再消费 ¥1,000.00、再邀请 2 人',
    'or ¥1,000.00 more of spend and 2 more invitations',
  ])
  expect(or(paid)).toEqual(['或 ¥99.00 开通 365 天', 'or ¥99.00 for 365 days'])
  expect(wayOr(spend, 'eachOrder', en)).toBe('or one order of ¥5,000.00')
})

test('says how much of a part is there', () => {
  const have = (each: Part) => [partHave(each, 'history', zh), partHave(each, 'history', en)]
  expect(have(part('growth', 1_200, 2_000))).toEqual(['1,200 / 2,000 成长值', '1,200 / 2,000 growth points'])
  expect(have(part('invitations', 0, 1))).toEqual(['邀请 0 / 1 人', '0 / 1 invitation'])
  expect(have(part('orders', 3, 9))).toEqual(['下单 3 / 9 次', '3 / 9 orders'])
})

describe('validity', () => {
  const face = (id: string, rank: number): TierStanding['current'] => ({
    id,
    rank,
    name: { zh: id, en: id },
    material: 'gold',
    color: null,
    icon: null,
  })
  const [silver, gold] = [face('silver', 1), face('gold', 2)]
  const keeping = (
    ways: NonNullable<TierStanding['keeping']>['ways'],
    otherwise = silver,
  ): TierStanding['keeping'] => ({
    face: gold,
    until: '2027-03-15',
    keptUntil: ways.length > 0 ? '2027-09-15' : null,
    ways,
    otherwise,
  })
  const tier: TierStanding = {
    isOn: true,
    current: gold,
    since: '2026-03-15',
    until: '2027-03-15',
    by: 'earned',
    next: null,
    keeping: null,
  }
  const texts = (change: Partial<TierStanding>) =>
    validityTexts({ ...tier, ...change }, en, (words) => words.en, 'en').slice(1)
  const singleOrder = (missingFen: number) =>
    ({ by: 'singleOrder', haveFen: 30_000 - missingFen, needFen: 30_000, missingFen }) as const

  test('is told with its last day; a level without end says nothing', () => {
    expect(validityTexts(tier, en, (words) => words.en, 'en')).toEqual(['Valid through 15 Mar 2027'])
    expect(validityTexts({ ...tier, until: null }, en, (words) => words.en, 'en')).toEqual([])
  })

  test('says what is nearest to keep it, or that it is kept', () => {
    const total = { by: 'total', haveFen: 10_000, needFen: 60_000, missingFen: 50_000 } as const
    expect(texts({ keeping: keeping([total]) })).toEqual(['¥500.00 more of spend keeps it'])
    expect(texts({ keeping: keeping([singleOrder(10_000), total]) })).toEqual([
      'One order of ¥300.00 keeps it',
    ])
    expect(texts({ keeping: keeping([singleOrder(0), total]) })).toEqual([
      'Kept: goes on through 15 Sep 2027',
    ])
  })

  test('without such a rule says what comes after it, when that is another level', () => {
    expect(texts({ keeping: keeping([]) })).toEqual(['Then silver'])
    expect(texts({ keeping: keeping([], gold) })).toEqual([])
  })

  test('what keeps the earned level is not said of one that is paid for', () => {
    expect(texts({ by: 'paid', keeping: keeping([singleOrder(1)]) })).toEqual([])
  })
})

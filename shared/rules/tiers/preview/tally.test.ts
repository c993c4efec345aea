import fc from 'fast-check'
import type { Benefit, Perk } from '../../benefits/benefit'
import { DEFAULT_POINTS } from '../../points/settings'
import { level, LEVELS, program, spend, spends, start, YUAN } from '../exampleLevels'
import { goTo, withProgram, withTier, type MemberWalk } from '../memberWalk'
import { switchedOff, switchedOn, type TierProgram } from '../program'
import type { PreviewMember, PreviewRules } from './outcome'
import { PreviewTally, type Preview } from './tally'

const TODAY = '2026-09-11'
const RATES = { pointsPerYuan: 1, toCash: DEFAULT_POINTS.toCash }
const FREE = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: true } } as const

const benefit = (id: string, levelId: string, perk: Perk, more: Partial<Benefit> = {}): Benefit => ({
  id,
  levelId,
  for: 'everyone',
  name: { zh: id, en: id },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk,
  ...more,
})

const voucher = (id: string, levelId: string, issue: Extract<Perk, { of: 'voucher' }>['issue']): Benefit =>
  benefit(id, levelId, { of: 'voucher', amountFen: 1_000, validDays: 30, issue, ...FREE })

/** Somebody who bought once, long enough ago, and was judged. */
const bought = (yuan: number, settings: Partial<TierProgram> = {}): MemberWalk =>
  goTo(spends(start(settings), yuan), TODAY)

const asMember = (walk: MemberWalk, more: Partial<PreviewMember> = {}): PreviewMember => ({
  member: 'm',
  standing: walk.standing,
  birthday: null,
  granted: [],
  levelsPaidOut: [],
  ...more,
})

interface Change {
  readonly tiers?: Partial<TierProgram>
  readonly benefits?: readonly Benefit[]
  readonly saved?: { readonly tiers?: TierProgram; readonly benefits?: readonly Benefit[] }
}

function rulesOf({ tiers, benefits, saved = {} }: Change): PreviewRules {
  const before = {
    tiers: saved.tiers ?? program(),
    benefits: { version: 0, benefits: saved.benefits ?? [] },
  }
  return {
    before,
    after: {
      tiers: tiers ? { ...before.tiers, ...tiers, version: before.tiers.version + 1 } : before.tiers,
      benefits: benefits ? { version: 1, benefits } : before.benefits,
    },
    moment: { today: TODAY, at: Date.parse(`${TODAY}T12:00:00Z`) },
  }
}

function preview(members: readonly PreviewMember[], change: Change): Preview {
  const tally = new PreviewTally(rulesOf(change))
  members.forEach((member) => tally.add(member))
  return tally.result(RATES)
}

const changeOf = ({ benefits }: Preview, id: string) => benefits.find((each) => each.id === id)

describe('who moves', () => {
  const members = [200, 1_200, 1_200, 6_000].map((yuan) => asMember(bought(yuan)))

  test('from where to where, when the levels in between are made cheaper and dearer', () => {
    const [regular, silver, gold] = LEVELS as [(typeof LEVELS)[0] & object, object, object]
    const levels = [
      regular,
      { ...silver, condition: spend(2_000) },
      { ...gold, condition: spend(2_500) },
    ] as TierProgram['levels']
    const { cells, members: all } = preview(members, { tiers: { levels } })
    expect(all).toBe(4)
    expect(cells).toEqual([
      { from: 'regular', to: 'regular', kind: 'stay', members: 1 },
      { from: 'silver', to: 'regular', kind: 'down', members: 2 },
      { from: 'gold', to: 'gold', kind: 'stay', members: 1 },
    ])
  })

  test('a level that is taken away hands its members on', () => {
    const { cells } = preview(members, { tiers: { levels: LEVELS.filter(({ id }) => id !== 'silver') } })
    expect(cells).toContainEqual({ from: 'silver', to: 'regular', kind: 'reassign', members: 2 })
  })

  test('a change of benefits alone moves nobody', () => {
    const { cells } = preview(members, {
      benefits: [benefit('early', 'gold', { of: 'earlyAccess', hours: 24 })],
    })
    expect(cells.every(({ kind }) => kind === 'stay')).toBe(true)
  })

  test('nobody while the levels are off; on again, everybody as the rules now say', () => {
    const off = switchedOff(program(), '2026-06-01')
    const levels = [level('regular', null), level('silver', spend(10_000))]
    expect(preview(members, { saved: { tiers: off }, tiers: { levels } }).cells).toEqual(
      preview(members, { saved: { tiers: off } }).cells,
    )
    const on = switchedOn(off, TODAY)
    const { cells } = preview(members, { saved: { tiers: off }, tiers: { ...on, levels } })
    expect(cells).toContainEqual({ from: 'silver', to: 'regular', kind: 'down', members: 2 })
  })

  test('who has a last day, and who is yet to be judged by what is saved', () => {
    const saved = { tiers: program({ version: 3 }) }
    const { withEnd, unjudged } = preview(members, { saved, tiers: { validity: { of: 'calendarYear' } } })
    expect(withEnd).toEqual({ before: 0, after: 3 })
    expect(unjudged).toBe(4)
  })
})

const anyThresholds = fc
  .tuple(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 3_000 }))
  .map(([a, b]) => [level('regular', null), level('silver', spend(a)), level('gold', spend(a + b))])
const anyDraft: fc.Arbitrary<Partial<TierProgram>> = fc.record(
  {
    levels: anyThresholds,
    standard: fc.constantFrom<TierProgram['standard']>(
      { of: 'eachOrder' },
      { of: 'total', period: { of: 'sinceUpgrade' } },
      { of: 'total', period: { of: 'window', length: { of: 'days', days: 60 } } },
    ),
    validity: fc.constantFrom<TierProgram['validity']>(
      { of: 'permanent' },
      { of: 'calendarYear' },
      { of: 'days', days: 40 },
    ),
    activeFrom: fc.constantFrom(null, '2026-05-01'),
  },
  { requiredKeys: [] },
)
const anyMember = fc.array(fc.tuple(fc.integer({ min: 1, max: 2_500 }), fc.nat(50)), { maxLength: 5 })

test('the matrix is what judging every member under the saved change makes of them, in whatever order they come', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, fc.array(anyMember, { maxLength: 12 }), (settings, draft, lives) => {
      const walks = lives.map((life) => {
        const lived = life.reduce(
          (walk, [yuan, days]) => {
            const later = goTo(
              walk,
              new Date(Date.parse(walk.today) + days * 86_400_000).toISOString().slice(0, 10),
            )
            return later.today < TODAY ? spends(later, yuan) : walk
          },
          start({ ...settings, lockIn: null }),
        )
        return goTo(lived, TODAY)
      })
      const saved = { tiers: program({ ...settings, lockIn: null }) }
      const expected = new Map<string, number>()
      for (const walk of walks) {
        const move = `${walk.standing.tier.id} ${withProgram(walk, draft).standing.tier.id}`
        expected.set(move, (expected.get(move) ?? 0) + 1)
      }
      const members = walks.map((walk) => asMember(walk))
      const told = preview(members, { saved, tiers: draft })
      expect(new Map(told.cells.map(({ from, to, members: n }) => [`${from} ${to}`, n]))).toEqual(expected)
      const backwards = preview([...members].reverse(), { saved, tiers: draft })
      expect({ ...backwards, cells: new Set(backwards.cells) }).toEqual({
        ...told,
        cells: new Set(told.cells),
      })
    }),
    { numRuns: 150 },
  )
})

describe('what is won and lost', () => {
  const off5 = benefit('off5', 'silver', { of: 'discount', rateBp: 9_500, ...FREE })
  const off10 = benefit('off10', 'gold', { of: 'discount', rateBp: 9_000, ...FREE })
  const members = [asMember(bought(1_200)), asMember(bought(6_000))]

  test('benefits go with the level, and one that is dropped is lost by all who held it', () => {
    const cheaperGold = [LEVELS[0], LEVELS[1], level('gold', spend(1_100))] as TierProgram['levels']
    const told = preview(members, { saved: { benefits: [off5, off10] }, tiers: { levels: cheaperGold } })
    expect(changeOf(told, 'off5')).toMatchObject({ holdersBefore: 1, holdersAfter: 0, won: 0, lost: 1 })
    expect(changeOf(told, 'off10')).toMatchObject({ holdersBefore: 1, holdersAfter: 2, won: 1, lost: 0 })
    const dropped = preview(members, { saved: { benefits: [off5, off10] }, benefits: [off10] })
    expect(changeOf(dropped, 'off5')).toMatchObject({ after: null, lost: 1, costAfter: null })
  })

  test('all of them while the levels are off', () => {
    const told = preview(members, {
      saved: { benefits: [off5, off10] },
      tiers: switchedOff(program(), TODAY),
    })
    expect([changeOf(told, 'off5')?.lost, changeOf(told, 'off10')?.lost]).toEqual([1, 1])
  })

  test('what only payers have goes to payers', () => {
    const dual = program({ levels: [LEVELS[0]!, level('silver', spend(1_000), { kind: 'dual' })] })
    const paidOnly = { ...off5, for: 'paidOnly' as const }
    const paying = withTier(bought(10, dual), {
      id: 'silver',
      by: 'paid',
      paid: { levelId: 'silver', since: '2026-03-15', until: '2027-01-01' },
    })
    const told = preview([asMember(bought(1_200, dual)), asMember(paying)], {
      saved: { tiers: dual },
      benefits: [paidOnly],
    })
    expect(changeOf(told, 'off5')).toMatchObject({ holdersAfter: 1, won: 1 })
  })
})

describe('what is given at once', () => {
  const cheaperSilver = [LEVELS[0], level('silver', spend(500)), LEVELS[2]] as TierProgram['levels']
  const gift = benefit('gift', 'silver', { of: 'pointsOnUpgrade', points: 500 })

  test('points to whom the change lifts, once for each level; not to those who are there', () => {
    const members = [
      asMember(bought(600)),
      asMember(bought(600), { levelsPaidOut: ['silver'] }),
      asMember(bought(1_200)),
    ]
    const told = preview(members, { saved: { benefits: [gift] }, tiers: { levels: cheaperSilver } })
    expect(told.atOnce).toMatchObject({ members: 1, points: 500, pointsFen: 5 * YUAN })
    expect(changeOf(told, 'gift')).toMatchObject({ won: 1, lost: 0, costAfter: { of: 'once', fen: 0 } })
  })

  test('coupons to those for whom they fall due', () => {
    const welcome = voucher('welcome', 'silver', { of: 'atOnce' })
    const shipping = benefit('shipping', 'silver', { of: 'freeShippingQuota', perMonth: 2, ...FREE })
    const told = preview([asMember(bought(1_200)), asMember(bought(10))], { benefits: [welcome, shipping] })
    // The quota has been there since January, and a month that was missed is caught up: March to September.
    expect(told.atOnce).toMatchObject({ members: 1, vouchers: 1, vouchersFen: 1_000, freeDeliveries: 14 })
  })
})

describe('what it costs a month', () => {
  // Both bought on 15 March: 181 days of figures, of which a month is 365/12.
  const members = [asMember(bought(1_200)), asMember(bought(1_810))]
  const month = (fen: number) => Math.round((fen * 365) / (12 * 181))
  const costOf = (each: Benefit, of: readonly PreviewMember[] = members) =>
    changeOf(preview(of, { benefits: [each] }), each.id)?.costAfter

  test('vouchers by their schedule at face value', () => {
    expect(costOf(voucher('quarterly', 'silver', { of: 'everyMonths', months: 3, dayOfMonth: 1 }))).toEqual({
      of: 'vouchers',
      fen: 667,
      holders: 2,
      amountFen: 1_000,
      everyMonths: 3,
    })
    expect(costOf(voucher('yearly', 'silver', { of: 'yearly', month: 11, dayOfMonth: 11 }))).toMatchObject({
      fen: 167,
      everyMonths: 12,
    })
    expect(costOf(voucher('once', 'silver', { of: 'atOnce' }))).toEqual({ of: 'once', fen: 0 })
  })

  test('a discount as its share of what the holders bought by orders large enough', () => {
    expect(costOf(benefit('off', 'silver', { of: 'discount', rateBp: 9_500, ...FREE }))).toEqual({
      of: 'discount',
      fen: month(301_000 * 0.05),
      monthSpendFen: month(301_000),
      offBp: 500,
      isQuantityAssumed: false,
    })
    const large = { requirement: { of: 'minimumAmount', amountFen: 1_500 * YUAN } } as const
    expect(
      costOf(benefit('off', 'silver', { of: 'discount', rateBp: 9_500, ...FREE, ...large })),
    ).toMatchObject({ monthSpendFen: month(181_000) })
    const many = { requirement: { of: 'minimumQuantity', quantity: 3 } } as const
    expect(
      costOf(benefit('off', 'silver', { of: 'discount', rateBp: 9_500, ...FREE, ...many })),
    ).toMatchObject({ monthSpendFen: month(301_000), isQuantityAssumed: true })
  })

  test('a birthday discount in one month of twelve, of those whose birthday is known', () => {
    const known = { birthday: { day: '1990-05-05', setOn: '2026-03-15' } }
    const perk: Perk = { of: 'birthdayDiscount', rateBp: 8_800, ...FREE }
    const one = [members[0]!, asMember(bought(1_810), known)]
    expect(costOf(benefit('birthday', 'silver', perk), one)).toMatchObject({
      fen: Math.round((181_000 * 0.12 * 365) / (12 * 181 * 12)),
      birthdays: 1,
    })
    expect(costOf(benefit('birthday', 'silver', perk))).toMatchObject({ fen: 0, birthdays: 0 })
  })

  test('extra points at what they take off an order', () => {
    const points = Math.floor((month(301_000) * 5_000) / (10_000 * 100))
    expect(costOf(benefit('more', 'silver', { of: 'pointsMultiplier', rateBp: 15_000 }))).toEqual({
      of: 'extraPoints',
      fen: points,
      points,
      monthSpendFen: month(301_000),
      rateBp: 15_000,
    })
  })

  test('nothing is said of what the store has no figure for', () => {
    const why = (perk: Perk, of = members) => costOf(benefit('x', 'silver', perk), of)
    const noPrice = { of: 'unknown', fen: null, why: 'noPrice' }
    expect(why({ of: 'freeShippingQuota', perMonth: 1, ...FREE })).toMatchObject({
      fen: null,
      why: 'freight',
    })
    expect(why({ of: 'prioritySupport' })).toEqual(noPrice)
    expect(why({ of: 'extendedReturns', days: 15 })).toEqual(noPrice)
    const longAgo = asMember({ ...bought(1_200), ...spends(start({}, '2024-01-01'), 1_200) })
    expect(why({ of: 'discount', rateBp: 9_000, ...FREE }, [longAgo])).toMatchObject({ why: 'noSales' })
  })

  test('before and after, of what is known', () => {
    const off = benefit('off', 'silver', { of: 'discount', rateBp: 9_500, ...FREE })
    const quota = benefit('quota', 'silver', { of: 'freeShippingQuota', perMonth: 1, ...FREE })
    const deeper = { ...off, perk: { ...off.perk, rateBp: 9_000 } as Perk }
    const { monthFen, figureDays } = preview(members, {
      saved: { benefits: [off] },
      benefits: [deeper, quota],
    })
    expect(monthFen).toEqual({ before: month(301_000 * 0.05), after: month(301_000 * 0.1) })
    expect(figureDays).toBe(181)
  })
})

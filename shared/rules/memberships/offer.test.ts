import { buy, goTo, withProgram, withTier, type MemberWalk } from '../tiers/memberWalk'
import { switchedOff, switchedOn } from '../tiers/program'
import { benefit, LEVELS, NOTHING_ASKED, pays, program, start } from './exampleMembership'
import { changesBy, giftsOf } from './gains'
import { offerOf, offersOf, withPaidDays, type MembershipOffer } from './offer'
import { offerWords } from './words'

function offered({ standing, program: now, today }: MemberWalk, levelId: string): MembershipOffer {
  const offer = offerOf(standing.tier, levelId, now, today)
  if (!offer.ok) throw new Error(offer.error.code)
  return offer.value
}

describe('what a level would do for somebody', () => {
  test('joining begins today and lasts through so many days after it', () => {
    expect(offered(start(), 'plus')).toEqual({
      levelId: 'plus',
      priceFen: 3_000,
      validDays: 30,
      version: 0,
      effect: 'joins',
      until: '2026-01-31',
      lower: null,
      under: null,
    })
  })

  test('renewing adds to the end, and after the end to today', () => {
    const plus = goTo(pays(start(), 'plus'), '2026-01-20')
    expect(offered(plus, 'plus')).toMatchObject({ effect: 'renews', until: '2026-03-02', lower: null })
    expect(offered(goTo(plus, '2026-01-31'), 'plus')).toMatchObject({ effect: 'renews' })
    expect(offered(goTo(plus, '2026-02-01'), 'plus')).toMatchObject({ effect: 'joins', until: '2026-03-03' })
  })

  test('buying higher, the lower waits with its days or ends, as the shop has set', () => {
    const plus = goTo(pays(start(), 'plus'), '2026-01-21')
    const lower = { levelId: 'plus', daysLeft: 11 }
    expect(offered(plus, 'premium')).toMatchObject({
      effect: 'upgrades',
      until: '2027-01-21',
      lower: { ...lower, becomes: 'pauses' },
    })
    const ends = withProgram(plus, { lowerPaid: 'ends' })
    expect(offered(ends, 'premium').lower).toEqual({ ...lower, becomes: 'ends' })
  })

  test('the days told are the days that go on afterwards', () => {
    const both = pays(goTo(pays(start(), 'plus'), '2026-01-21'), 'gold')
    expect(goTo(both, '2026-02-21').standing.tier.paid).toEqual({
      levelId: 'plus',
      since: '2026-02-21',
      until: '2026-03-03',
    })
  })

  test('one price for all, or by the level that they stand on', () => {
    const plus = pays(start({ paidPricing: 'byLevel' }), 'plus')
    expect([
      offered(plus, 'premium').priceFen,
      offered(start({ paidPricing: 'byLevel' }), 'premium').priceFen,
    ]).toEqual([9_900, 29_900])
    expect(offered(withProgram(plus, { paidPricing: 'unified' }), 'premium').priceFen).toBe(29_900)
  })

  test('what holds over it is told, since buying would show no effect', () => {
    const gold = buy(start(), 'a', 500_000)
    expect(offered(gold, 'plus').under).toEqual({ levelId: 'gold', until: null })
    expect(offered(gold, 'gold').under).toBeNull()
    const given = withTier(start(), {
      manual: { levelId: 'regular', since: '2026-01-01', until: '2026-03-31' },
    })
    expect(offered(given, 'premium').under).toEqual({ levelId: 'regular', until: '2026-03-31' })
  })

  test('a term is put off by the days on which levels were off', () => {
    const plus = goTo(pays(start(), 'plus'), '2026-01-11')
    const off = goTo(withProgram(plus, switchedOff(plus.program, plus.today)), '2026-01-21')
    const on = withProgram(off, switchedOn(off.program, off.today))
    expect(offered(on, 'plus').until).toBe('2026-03-12')
    expect(offerOf(off.standing.tier, 'plus', off.program, off.today)).toEqual({
      ok: false,
      error: { code: 'LEVELS_OFF' },
    })
  })

  test('every level that is sold is there, with why it cannot be had', () => {
    const { standing, program: now, today } = pays(start(), 'premium')
    const all = offersOf(standing.tier, now, today)
    expect(
      all.map(({ levelId, offer }) => [levelId, offer.ok ? offer.value.effect : offer.error.code]),
    ).toEqual([
      ['plus', 'HIGHER_LEVEL_RUNS'],
      ['gold', 'HIGHER_LEVEL_RUNS'],
      ['premium', 'renews'],
    ])
  })
})

describe('money that came in', () => {
  test('brings the days that were agreed to, whatever the length of a term is by then', () => {
    const { standing, today } = start()
    const longer = program({
      levels: LEVELS.map((each) => (each.paid ? { ...each, paid: { ...each.paid, validDays: 7 } } : each)),
    })
    const paid = withPaidDays(standing.tier, { levelId: 'plus', validDays: 30 }, longer, today)
    expect(paid).toMatchObject({ ok: true, value: { paid: { until: '2026-01-31' } } })
  })

  test('is refused for a level that is sold no more, so that it goes back', () => {
    const { standing, today } = start()
    const gone = program({ levels: LEVELS.filter(({ id }) => id !== 'plus') })
    expect(withPaidDays(standing.tier, { levelId: 'plus', validDays: 30 }, gone, today)).toEqual({
      ok: false,
      error: { code: 'LEVEL_NOT_SOLD', levelId: 'plus' },
    })
  })
})

describe('what it gives', () => {
  const benefits = [
    benefit('plus-support', 'plus', { of: 'prioritySupport' }),
    benefit('gold-points', 'gold', { of: 'pointsMultiplier', rateBp: 15_000 }),
    benefit('gold-off', 'gold', { of: 'discount', rateBp: 9_000, ...NOTHING_ASKED }, 'paidOnly'),
  ]
  const ids = ({ wins, loses }: ReturnType<typeof changesBy>) => ({
    wins: wins.map(({ id }) => id),
    loses: loses.map(({ id }) => id),
  })
  const changes = (walk: MemberWalk, levelId: string) =>
    ids(changesBy(offered(walk, levelId), walk.standing.tier, benefits))

  test('on a dual level, what everybody on it has and what only those have who paid', () => {
    const { general, paidOnly } = giftsOf(benefits, 'gold')
    expect([general.map(({ id }) => id), paidOnly.map(({ id }) => id)]).toEqual([
      ['gold-points'],
      ['gold-off'],
    ])
  })

  test('who earned the level wins what is for those who paid', () => {
    expect(changes(buy(start(), 'a', 500_000), 'gold')).toEqual({ wins: ['gold-off'], loses: [] })
    expect(changes(start(), 'gold')).toEqual({ wins: ['gold-points', 'gold-off'], loses: [] })
  })

  test('a higher level may lack what the lower has; a renewal changes nothing', () => {
    const plus = pays(start(), 'plus')
    expect(changes(plus, 'gold')).toEqual({ wins: ['gold-points', 'gold-off'], loses: ['plus-support'] })
    expect(changes(plus, 'plus')).toEqual({ wins: [], loses: [] })
  })

  test('nothing changes while another level holds over it', () => {
    expect(changes(buy(start(), 'a', 500_000), 'plus')).toEqual({ wins: [], loses: [] })
  })
})

test('an offer in words tells what becomes of the lower level and what hides it', () => {
  const now = program()
  const plus = goTo(pays(start(), 'plus'), '2026-01-21')
  expect(offerWords(offered(plus, 'premium'), now)).toEqual({
    zh: '立即升级，365 天，有效期至 2027年1月21日。plus剩余的 11 天暂停，到期后继续。',
    en: 'It begins at once, 365 days, valid through 21 Jan 2027. The 11 days left of plus wait until then.',
  })
  expect(offerWords(offered(withProgram(plus, { lowerPaid: 'ends' }), 'premium'), now).en).toContain(
    'are not kept',
  )
  expect(offerWords(offered(buy(start(), 'a', 500_000), 'plus'), now).en).toContain('You hold gold')
  expect(offerWords(offered(plus, 'plus'), now).en).toBe(
    '30 days more, added to its end: valid through 2 Mar 2026.',
  )
})

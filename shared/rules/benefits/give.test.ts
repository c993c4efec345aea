import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { auditAccount } from '../account/audit'
import { isSettled, settle, withDueDay } from '../account/settle'
import { join } from '../member/join'
import { recordSale } from '../orders/recordSale'
import { refundSale } from '../orders/refundSale'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { switchedOff, switchedOn } from '../tiers/program'
import type { Benefit, Issue, Perk } from './benefit'
import { couponsOf } from './coupons'

const FIRST = '2026-01-31'
const noon = (day: Day) => startOfDay(day) + 12 * 3_600_000
const on = (today: Day) => ({ today, at: noon(today), by: 'staff:m0' }) as const

const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: false, withCodes: false },
} as const
const voucher = (issue: Issue): Perk => ({
  of: 'voucher',
  amountFen: 2_000,
  validDays: 30,
  issue,
  ...discounting,
})
const onDay = (dayOfMonth: number) => voucher({ of: 'everyMonths', months: 1, dayOfMonth })

function benefit(perk: Perk, more: Partial<Benefit> = {}): Benefit {
  return {
    id: 'gift',
    levelId: 'regular',
    for: 'everyone',
    name: { zh: '礼券', en: 'Gift' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-01-01',
    perk,
    ...more,
  }
}

const giving = (...benefits: readonly Benefit[]): Settings => ({
  ...DEFAULT_SETTINGS,
  benefits: { version: 1, benefits },
})

function member(settings: Settings): Account {
  const account = join(null, 'm1', FIRST, noon(FIRST), '1', settings)
  if (!account) throw new Error('did not join')
  return settle(account, FIRST, settings, noon(FIRST))
}

const grantsOf = ({ tail }: Account) =>
  tail.filter(({ kind }) => kind === 'benefitGranted').map(({ basis, day }) => [periodOf(basis), day])
const periodOf = (basis: Account['tail'][number]['basis']) => (basis.of === 'grant' ? basis.period : '')

test('a grant is an entry that moves nothing, with all that explains it, and its coupon', () => {
  const settings = giving(benefit(voucher({ of: 'atOnce' })))
  const account = member(settings)
  const entry = account.tail.at(-1)
  expect(entry).toMatchObject({
    _id: 'grant:gift:m1:once',
    kind: 'benefitGranted',
    seq: 2,
    day: FIRST,
    at: noon(FIRST),
    legs: [],
    tier: null,
    by: 'system',
    rule: { topic: 'benefits', version: 1 },
    basis: {
      of: 'grant',
      benefitId: 'gift',
      levelId: 'regular',
      period: 'once',
      perk: { of: 'voucher', amountFen: 2_000 },
      coupons: 1,
      validFrom: FIRST,
      validUntil: '2026-03-01',
      tiersVersion: 0,
    },
  })
  expect(entry && couponsOf(entry)).toMatchObject([
    { _id: 'grant:gift:m1:once', takesOff: { kind: 'cashOff' } },
  ])
  expect(account.granted).toEqual([{ benefitId: 'gift', period: 'once', day: FIRST }])
  expect(auditAccount(account, account.tail, { count: 0, fen: 0 })).toEqual([])
})

test('each month’s grant is given once, on its day or as of it, and the due day is the next', () => {
  const settings = giving(benefit(onDay(31)))
  const first = member(settings)
  expect(grantsOf(first)).toEqual([['2026-01', FIRST]])
  expect(first.dueDay).toBe('2026-02-28')
  const later = settle(first, '2026-04-15', settings, noon('2026-04-15'))
  expect(grantsOf(later)).toEqual([
    ['2026-01', FIRST],
    ['2026-02', '2026-02-28'],
    ['2026-03', '2026-03-31'],
  ])
  expect(later.tail.at(-1)?.at).toBe(startOfDay('2026-03-31'))
  expect(later.dueDay).toBe('2026-04-30')
  expect(settle(later, '2026-04-15', settings, noon('2026-04-15'))).toEqual(later)
})

test('a benefit that is added is given to present members from its day, by whoever looks at its version', () => {
  const before = member(DEFAULT_SETTINGS)
  expect([before.benefitsVersion, before.dueDay]).toEqual([0, null])
  const settings = giving(
    benefit(voucher({ of: 'atOnce' }), { addedOn: '2026-08-08' }),
    benefit(onDay(5), { id: 'monthly', addedOn: '2026-08-08' }),
    benefit({ of: 'pointsOnUpgrade', points: 100 }, { id: 'points', addedOn: '2026-08-08' }),
  )
  expect(isSettled(before, '2026-08-08', settings)).toBe(false)
  const after = settle(before, '2026-08-08', settings, noon('2026-08-08'))
  expect(grantsOf(after)).toEqual([['once', '2026-08-08']])
  expect([after.benefitsVersion, after.dueDay, after.balances.points]).toEqual([1, '2026-09-05', 0])
})

test('a benefit that is removed is given no more, and what was given stays', () => {
  const given = member(giving(benefit(onDay(31))))
  const without = { ...DEFAULT_SETTINGS, benefits: { version: 2, benefits: [] } }
  const after = settle(given, '2027-01-01', without, noon('2027-01-01'))
  expect(grantsOf(after)).toEqual([['2026-01', FIRST]])
  expect([after.benefitsVersion, after.dueDay, after.granted.length]).toEqual([2, null, 1])
})

test('who knows only older benefits gives nothing, and leaves the member to who knows the newer', () => {
  const newer = settle(
    member(DEFAULT_SETTINGS),
    FIRST,
    { ...DEFAULT_SETTINGS, benefits: { version: 2, benefits: [] } },
    noon(FIRST),
  )
  const older = giving(benefit(voucher({ of: 'atOnce' })))
  const after = settle(newer, '2026-02-01', older, noon('2026-02-01'))
  expect(grantsOf(after)).toEqual([])
  expect([after.benefitsVersion, after.dueDay]).toEqual([2, FIRST])
})

test('an older programme of levels gives nothing either: it may not know that they are off', () => {
  const settings = giving(benefit(onDay(31)))
  const account = member(settings)
  const judged = { ...account, tier: { ...account.tier, version: 3 } }
  expect(grantsOf(settle(judged, '2026-06-01', settings, noon('2026-06-01')))).toHaveLength(1)
})

describe('while the levels are off', () => {
  const settings = giving(benefit(onDay(31)))
  const off: Settings = {
    ...settings,
    tiers: { ...switchedOff(settings.tiers, '2026-02-10'), version: 1 },
  }
  const back: Settings = { ...settings, tiers: { ...switchedOn(off.tiers, '2026-05-10'), version: 2 } }

  test('nothing is given or due', () => {
    const account = settle(member(settings), '2026-05-01', off, noon('2026-05-01'))
    expect(grantsOf(account)).toEqual([['2026-01', FIRST]])
    expect(account.dueDay).toBeNull()
  })

  test('nothing is lost for good: it goes on from the day on which they are on again', () => {
    const paused = settle(member(settings), '2026-05-01', off, noon('2026-05-01'))
    const account = settle(paused, '2026-06-30', back, noon('2026-06-30'))
    expect(grantsOf(account)).toEqual([
      ['2026-01', FIRST],
      ['2026-05', '2026-05-31'],
      ['2026-06', '2026-06-30'],
    ])
  })
})

describe('a level that is lost and reached again', () => {
  const settings = giving(
    benefit(voucher({ of: 'atOnce' }), { levelId: 'silver' }),
    benefit(onDay(15), { id: 'monthly', levelId: 'silver' }),
  )

  function buys(account: Account, number: string, today: Day) {
    const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
    const sale = { orderId: number, externalId: number, lines, freightFen: 0, points: 0 }
    const sold = recordSale(settle(account, today, settings, noon(today)), sale, settings, on(today))
    if (!sold.ok) throw new Error(sold.error.code)
    return { order: sold.value.order, account: settle(sold.value.account, today, settings, noon(today)) }
  }

  test('gives what it gives at once no second time, and a month once', () => {
    const bought = buys(member(settings), 'o1', '2026-02-15')
    expect(bought.account.tier.id).toBe('silver')
    expect(grantsOf(bought.account)).toEqual([
      ['once', '2026-02-15'],
      ['2026-02', '2026-02-15'],
    ])
    const asked = { refundId: 'r1', amountFen: 120_000, freightFen: 0 }
    const refunded = refundSale(bought.account, bought.order, asked, settings, on('2026-02-15'))
    if (!refunded.ok) throw new Error(refunded.error.code)
    expect(refunded.value.account.tier.id).toBe('regular')
    expect(withDueDay(refunded.value.account, settings, '2026-02-15').dueDay).not.toBe('2026-03-15')
    const again = buys(refunded.value.account, 'o2', '2026-02-15')
    expect(again.account.tier.id).toBe('silver')
    expect(grantsOf(again.account)).toHaveLength(2)
    const later = settle(again.account, '2026-03-15', settings, noon('2026-03-15'))
    expect(grantsOf(later).slice(2)).toEqual([['2026-03', '2026-03-15']])
  })
})

test('a level that ends on a day gives nothing of that day', () => {
  const settings: Settings = {
    ...giving(benefit(onDay(15), { levelId: 'silver' })),
    tiers: {
      ...DEFAULT_SETTINGS.tiers,
      standard: { of: 'eachOrder' },
      validity: { of: 'days', days: 27 },
    },
  }
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
  const sale = { orderId: 'o1', externalId: 'o1', lines, freightFen: 0, points: 0 }
  // Growth is left out of it: what spend alone has earned runs out.
  const noGrowth = { ...settings, earning: { ...settings.earning, growthPerYuan: 0 } }
  const sold = recordSale(member(noGrowth), sale, noGrowth, on('2026-02-15'))
  if (!sold.ok) throw new Error(sold.error.code)
  const { account } = sold.value
  expect(account.tier.earned.until).toBe(addDays('2026-02-15', 27))
  const later = settle(account, '2026-04-01', noGrowth, noon('2026-04-01'))
  // The level holds through 14 March.
  expect(later.tier.id).toBe('regular')
  expect(grantsOf(later)).toEqual([['2026-02', '2026-02-15']])
})

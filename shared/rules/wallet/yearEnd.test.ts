import { addDays, type Day } from '@shared/kernel/day'
import { toppedUp } from './exampleWallet'
import { hold, release } from './hold'
import { DEFAULT_WALLET, type Conversion, type WalletSettings } from './settings'
import { spend } from './spend'
import { fundsOf, type Wallet } from './wallet'
import { yearEndDay, yearEndStep, type YearEndStep } from './yearEnd'

const points: Conversion = { of: 'points', pointsPerYuan: 50, noticeDays: 30 }
const withRule = (yearEnd: WalletSettings['yearEnd']): WalletSettings => ({ ...DEFAULT_WALLET, yearEnd })
const settings = withRule(points)
const full = toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 2_001, day: '2026-03-01' })

function step(wallet: Wallet, today: Day, rules = settings): YearEndStep {
  const next = yearEndStep(wallet, rules, today)
  if (!next) throw new Error(`nothing on ${today}`)
  return next
}

/** The days on which something happened, when each of them is looked at. */
function life(
  wallet: Wallet,
  from: Day,
  days: number,
  rules = settings,
): readonly (readonly [Day, string])[] {
  const seen: (readonly [Day, string])[] = []
  let now = wallet
  for (let i = 0; i < days; i += 1) {
    const today = addDays(from, i)
    // Asked more often than there is anything to do.
    for (let times = 0; times < 3; times += 1) {
      const next = yearEndStep(now, rules, today)
      if (!next) break
      seen.push([today, next.of])
      now = next.wallet
    }
  }
  return seen
}

test('to begin with it extends: nothing happens, ever', () => {
  expect(life(full, '2026-03-01', 800, DEFAULT_WALLET)).toEqual([])
})

test('word comes so many days before, the change with the new year, each once a year', () => {
  expect(life(full, '2026-03-01', 1_100)).toEqual([
    ['2026-12-01', 'notice'],
    ['2027-01-01', 'conversion'],
  ])
})

test('the notice tells how much becomes what, and from which day', () => {
  expect(step(full, '2026-12-01')).toMatchObject({
    of: 'notice',
    year: 2026,
    convertsOn: '2027-01-01',
    bonusFen: 2_001,
    becomes: { of: 'points', points: 1_000 },
  })
})

test('bonus becomes points, rounded down once, and principal never lapses', () => {
  const told = step(full, '2026-12-01').wallet
  const done = step(told, '2027-01-01')
  expect(done).toMatchObject({
    of: 'conversion',
    year: 2026,
    parts: [{ lotId: 'a', principalFen: 0, bonusFen: 2_001 }],
    becomes: { of: 'points', points: 1_000 },
    legs: [
      { account: 'bonus', unit: 'fen', amount: -2_001 },
      { account: 'store.bonusConverted.points', unit: 'fen', amount: 2_001 },
    ],
  })
  expect(fundsOf(done.wallet.lots)).toEqual({ principalFen: 10_000, bonusFen: 0 })
})

test('or a coupon at a rate, half up to the fen', () => {
  const rules = withRule({ of: 'coupon', rateBp: 5_000, validDays: 90, noticeDays: 30 })
  const told = step(full, '2026-12-01', rules).wallet
  expect(step(told, '2027-01-01', rules)).toMatchObject({
    becomes: { of: 'coupon', amountFen: 1_001, validDays: 90 },
  })
})

test('or gift cards, none above what a card may hold that is nobody’s', () => {
  const rules = withRule({ of: 'giftCard', rateBp: 10_000, noticeDays: 30 })
  const rich = toppedUp({ id: 'a', paidFen: 300_000, bonusFen: 250_000 })
  expect(step(step(rich, '2026-12-01', rules).wallet, '2027-01-01', rules)).toMatchObject({
    becomes: { of: 'giftCard', cardsFen: [100_000, 100_000, 50_000] },
  })
})

test('what nobody had word of does not change: a late notice puts it off, no notice leaves it', () => {
  expect(life(full, '2026-12-20', 60)).toEqual([
    ['2026-12-20', 'notice'],
    ['2027-01-19', 'conversion'],
  ])
  expect(life(full, '2027-01-01', 300)).toEqual([])
})

test('bonus of a top-up made in the days of notice is not part of it', () => {
  const late = toppedUp(
    { id: 'a', paidFen: 1, bonusFen: 500, day: '2026-11-30' },
    { id: 'b', paidFen: 1, bonusFen: 700, day: '2026-12-01' },
  )
  const done = step(step(late, '2026-12-02').wallet, '2027-01-01')
  expect(done).toMatchObject({ parts: [{ lotId: 'a', bonusFen: 500 }] })
  expect(fundsOf(done.wallet.lots).bonusFen).toBe(700)
})

test('it is done by the rule that the member had word of, or not at all', () => {
  const told = step(full, '2026-12-01').wallet
  const worse = withRule({ ...points, pointsPerYuan: 1 })
  expect(step(told, '2027-01-01', worse)).toMatchObject({ becomes: { of: 'points', points: 1_000 } })
  expect(yearEndStep(told, DEFAULT_WALLET, '2027-01-01')).toBeNull()
})

test('what is spent meanwhile does not change; where nothing is left the year is over', () => {
  const told = step(full, '2026-12-01').wallet
  const paid = spend(told, 12_001, 'proportional')
  if (!paid.ok) throw new Error('refused')
  const over = step(paid.value.wallet, '2027-01-01')
  expect(over.of).toBe('nothingLeft')
  expect(yearEndStep({ ...over.wallet, lots: full.lots }, settings, '2027-01-02')).toBeNull()
})

test('what an order in payment holds is left to it', () => {
  const told = step(full, '2026-12-01').wallet
  const held = hold(told, { orderId: 'o', at: 1, amountFen: 1_001 }, 'bonusFirst')
  if (!held.ok) throw new Error('refused')
  const done = step(held.value, '2027-01-01')
  expect(done).toMatchObject({ of: 'conversion', parts: [{ bonusFen: 1_000 }] })
  expect(fundsOf(release(done.wallet, 'o').lots)).toEqual({ principalFen: 10_000, bonusFen: 1_001 })
})

test('too little to become anything stays', () => {
  expect(life(toppedUp({ id: 'a', paidFen: 5, bonusFen: 1 }), '2026-11-01', 120)).toEqual([])
})

test('the day on which something falls due is told ahead, and nothing happens before it', () => {
  const lots = [
    { id: 'a', paidFen: 100, bonusFen: 50, day: '2026-12-15' },
    { id: 'b', paidFen: 100, bonusFen: 50, day: '2027-03-01' },
  ]
  for (const start of ['2026-12-20', '2027-11-30', '2027-12-25', '2028-01-05']) {
    let wallet = toppedUp(...lots.filter(({ day }) => day <= start))
    for (let today = start; today < '2030-01-01'; today = addDays(today, 1)) {
      const due = yearEndDay(wallet, settings, today)
      const next = yearEndStep(wallet, settings, today)
      expect([today, next !== null]).toEqual([today, due === today])
      wallet = next?.wallet ?? wallet
    }
    expect(fundsOf(wallet.lots).bonusFen).toBe(0)
  }
  expect(yearEndDay(full, settings, '2026-06-01')).toBe('2026-12-01')
  expect(yearEndDay(full, DEFAULT_WALLET, '2026-06-01')).toBeNull()
  expect(yearEndDay(toppedUp({ id: 'a', paidFen: 5, bonusFen: 0 }), settings, '2026-06-01')).toBeNull()
})

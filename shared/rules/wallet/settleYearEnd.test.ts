import { addDays, type Day } from '@shared/kernel/day'
import { isSettled, settle } from '../account/settle'
import { couponsOf } from '../coupons/ofEntry'
import { explainEntry } from '../explain/explainEntry'
import { whatDoesNotAddUp } from '../explain/explanation'
import { written } from '../explain/memberStory'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { walletOf } from './wallet'
import { WalletStory, withYearEnd } from './walletStory'

const toPoints = withYearEnd({ of: 'points', pointsPerYuan: 50, noticeDays: 30 })
const toppedUp = (settings: Settings) =>
  new WalletStory(settings).topUp('2026-03-01', 'a', 10_000, { bonusFen: 2_001 })

const messages = ({ account }: WalletStory) => account.outgoing.map(({ _id, day }) => [_id, day])

test('word comes so many days before the end of the year, and bonus becomes points on the day after it', () => {
  const story = toppedUp(toPoints)
  expect(story.account.dueDay).toBe('2026-12-01')
  expect(messages(story.until('2026-11-30'))).toEqual([])
  expect(messages(story.until('2026-12-01'))).toEqual([['walletYearEnd:m1:2026', '2026-12-01']])
  expect(story.account.outgoing[0]?.text.en).toBe(
    'As things stand, your bonus of ¥20.01 becomes 1,000 points on 1 Jan 2027. Until then you can use it as before. The money that you paid in stays as it is and never lapses.',
  )
  expect(story.account.dueDay).toBe('2027-01-01')
  expect(story.until('2026-12-31').account.balances.bonus).toBe(2_001)
  expect(story.until('2027-01-01').account.balances).toMatchObject({
    principal: 10_000,
    bonus: 0,
    points: 1_000,
  })
  const entry = story.entry('bonusConverted')
  expect(entry).toMatchObject({ _id: 'yearEnd:m1:2026', day: '2027-01-01' })
  const { lines, rules } = explainEntry(entry, DEFAULT_SETTINGS.tiers)
  expect(whatDoesNotAddUp(lines)).toBeNull()
  expect(written(lines)).toEqual(
    expect.arrayContaining(['· 2001 Bonus converted', 'It became 1,000 points.', '= 0 Bonus after']),
  )
  expect(rules.map(({ topic }) => topic)).toEqual(['wallet', 'points'])
  expect(story.faults()).toEqual([])
})

test('each happens once, however often it is looked for', () => {
  const story = toppedUp(toPoints)
  for (let day: Day = '2026-11-25'; day < '2027-02-01'; day = addDays(day, 1)) {
    story.until(day).until(day)
    expect(isSettled(story.account, day, toPoints)).toBe(true)
  }
  expect(messages(story)).toHaveLength(1)
  expect(story.account.tail.filter(({ kind }) => kind === 'bonusConverted')).toHaveLength(1)
})

test('the conversion is dated to its day, however late it is done', () => {
  const story = toppedUp(toPoints).until('2026-12-01').until('2027-03-01')
  expect(story.entry('bonusConverted')).toMatchObject({ day: '2027-01-01' })
})

test('a year of which nobody had word changes nothing', () => {
  const story = toppedUp(toPoints).until('2027-02-01')
  expect(story.account.balances.bonus).toBe(2_001)
  expect(story.account.dueDay).toBe('2027-12-01')
})

test('a coupon of the bonus is made of the entry', () => {
  const story = toppedUp(withYearEnd({ of: 'coupon', rateBp: 5_000, validDays: 30, noticeDays: 10 }))
  const entry = story.until('2026-12-21').until('2027-01-01').entry('bonusConverted')
  expect(couponsOf(entry)).toMatchObject([
    {
      _id: 'yearEnd:m1:2026',
      takesOff: { kind: 'cashOff', amountFen: 1_001 },
      validFrom: '2027-01-01',
      validUntilDay: '2027-01-30',
    },
  ])
  expect(story.account.balances).toMatchObject({ bonus: 0, points: 0 })
})

test('nothing is told where bonus goes on, nor to who has none, nor to who has not joined', () => {
  expect(toppedUp(DEFAULT_SETTINGS).until('2026-12-10').account.outgoing).toEqual([])
  const none = new WalletStory(toPoints).topUp('2026-03-01', 'a', 10_000)
  expect(none.until('2026-12-10').account.outgoing).toEqual([])
  const notJoined = toppedUp(toPoints)
  notJoined.account = { ...notJoined.account, joined: null }
  expect(notJoined.until('2026-12-10').account.outgoing).toEqual([])
})

test('bonus that was spent meanwhile ends the year without an entry', () => {
  const story = toppedUp(toPoints).until('2026-12-01')
  const { account } = story
  const wallet = walletOf(account)
  story.account = {
    ...account,
    balances: { ...account.balances, bonus: 0 },
    wallet: { ...wallet, lots: wallet.lots.map((lot) => ({ ...lot, bonusFen: 0 })) },
  }
  story.until('2027-01-01')
  expect(story.account.tail.some(({ kind }) => kind === 'bonusConverted')).toBe(false)
  expect(walletOf(story.account).yearEnd).toMatchObject({ year: 2026, isDone: true })
  expect(isSettled(story.account, '2027-01-01', toPoints)).toBe(true)
})

describe('rules that change', () => {
  test('a wallet is looked at again under a rule that came later', () => {
    const story = toppedUp(DEFAULT_SETTINGS)
    expect(isSettled(story.account, '2026-06-01', toPoints)).toBe(false)
    story.settings = toPoints
    expect(story.until('2026-06-01').account).toMatchObject({
      dueDay: '2026-12-01',
      wallet: { settingsVersion: 1 },
    })
  })

  test('whoever knows only older rules leaves alone what newer ones say', () => {
    const story = toppedUp(toPoints).until('2026-12-01')
    const extending = withYearEnd({ of: 'extends' }, 2)
    const newest = settle(story.account, '2026-12-02', extending, 1)
    const late = settle(newest, '2027-01-05', toPoints, 1)
    expect(late.balances.bonus).toBe(2_001)
    const due = settle(toppedUp(DEFAULT_SETTINGS).account, '2026-06-01', toPoints, 1)
    expect(settle(due, '2026-06-02', DEFAULT_SETTINGS, 1).dueDay).toBe('2026-12-01')
  })

  test('it is done as it was told, whatever the settings say by then', () => {
    const story = toppedUp(toPoints).until('2026-12-01')
    story.settings = withYearEnd({ of: 'points', pointsPerYuan: 1, noticeDays: 30 }, 2)
    expect(story.until('2027-01-01').account.balances.points).toBe(1_000)
  })
})

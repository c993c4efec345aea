import { agreedTo, toppedUp } from './exampleWallet'
import { MOST_WAITING, plansOffered, termsOf, type TopUpChoice } from './offer'
import { NO_GIFT, type TopUpPlan } from './plans'
import { DEFAULT_WALLET, type WalletSettings } from './settings'
import { awaitTopUp, giveUpTopUp, topUp } from './topUp'
import { NO_WALLET, type Wallet } from './wallet'

const TODAY = '2026-06-01'
const plan: TopUpPlan = {
  id: 'p',
  name: { zh: '储 1000 送 200', en: 'Top up 1,000 get 200' },
  isOn: true,
  from: null,
  to: null,
  payFen: 100_000,
  gift: { ...NO_GIFT, bonusFen: 20_000 },
  isFirstOnly: false,
  mostPerMember: null,
}
const choice: TopUpChoice = { of: 'plan', planId: 'p' }

const withPlan = (change: Partial<TopUpPlan>): WalletSettings => ({
  ...DEFAULT_WALLET,
  version: 4,
  plans: [{ ...plan, ...change }],
})

function refusalOf(wallet: Wallet, settings: WalletSettings, chosen = choice) {
  const terms = termsOf(wallet, chosen, settings, TODAY)
  return terms.ok ? null : terms.error
}

/** A wallet on which the plan was paid so many times. */
function having(times: number): Wallet {
  const terms = { planId: 'p', payFen: 100, gift: NO_GIFT, version: 0 }
  return Array.from({ length: times }).reduce<Wallet>(
    (wallet, _, i) => topUp(wallet, terms, { id: `t${i}`, day: TODAY, at: 1, paidBy: 'wechat' }).wallet,
    NO_WALLET,
  )
}

const waiting = (wallet: Wallet, id: string, planId: string | null = 'p', payFen = 100) =>
  awaitTopUp(wallet, id, 1, agreedTo({ planId, payFen, gift: NO_GIFT, version: 0 }))

test('the terms say what is paid, what it brings and by which settings', () => {
  expect(termsOf(NO_WALLET, choice, withPlan({}), TODAY)).toEqual({
    ok: true,
    value: { planId: 'p', payFen: 100_000, gift: { ...NO_GIFT, bonusFen: 20_000 }, version: 4 },
  })
})

test('a plan that is off or gone can’t be had', () => {
  expect(refusalOf(NO_WALLET, withPlan({ isOn: false }))).toEqual({ code: 'TOP_UP_UNKNOWN' })
  expect(refusalOf(NO_WALLET, withPlan({ id: 'q' }))).toEqual({ code: 'TOP_UP_UNKNOWN' })
})

test('a plan is on sale from its first day through its last', () => {
  expect(refusalOf(NO_WALLET, withPlan({ from: TODAY, to: TODAY }))).toBeNull()
  expect(refusalOf(NO_WALLET, withPlan({ from: '2026-06-02' }))).toMatchObject({ code: 'TOP_UP_NOT_NOW' })
  expect(refusalOf(NO_WALLET, withPlan({ to: '2026-05-31' }))).toEqual({
    code: 'TOP_UP_NOT_NOW',
    from: null,
    to: '2026-05-31',
  })
})

test('first top-up only: not after any other, whatever became of it', () => {
  const first = withPlan({ isFirstOnly: true })
  expect(refusalOf(NO_WALLET, first)).toBeNull()
  const before = toppedUp({ id: 'a', paidFen: 100, bonusFen: 0 })
  expect(refusalOf(before, first)).toEqual({ code: 'TOP_UP_FIRST_ONLY' })
})

test('a limit per member counts all that were ever paid', () => {
  const twice = withPlan({ mostPerMember: 2 })
  expect(refusalOf(having(1), twice)).toBeNull()
  expect(refusalOf(having(2), twice)).toEqual({ code: 'TOP_UP_LIMIT', most: 2 })
})

test('what is being paid counts until it is given up: two payments at once don’t get past a limit', () => {
  const blocked = { code: 'TOP_UP_WAITING', topUpId: 'w' }
  const one = waiting(NO_WALLET, 'w')
  expect(refusalOf(one, withPlan({ isFirstOnly: true }))).toEqual(blocked)
  expect(refusalOf(one, withPlan({ mostPerMember: 1 }))).toEqual(blocked)
  expect(refusalOf(giveUpTopUp(one, 'w'), withPlan({ isFirstOnly: true, mostPerMember: 1 }))).toBeNull()
  expect(refusalOf(waiting(NO_WALLET, 'w', 'other'), withPlan({ mostPerMember: 1 }))).toBeNull()
})

test('so many can be in payment at a time', () => {
  const ids = Array.from({ length: MOST_WAITING }, (_, i) => `w${i}`)
  const full = ids.reduce((wallet, id) => waiting(wallet, id), NO_WALLET)
  expect(full.waiting).toHaveLength(MOST_WAITING)
  expect(refusalOf(full, withPlan({}))).toEqual({ code: 'TOP_UP_WAITING', topUpId: 'w0' })
  expect(waiting(full, 'w0').waiting).toHaveLength(MOST_WAITING)
})

test('any amount, from the least on, and only where the shop sells it', () => {
  const settings = { ...DEFAULT_WALLET, anyAmount: { leastFen: 1_000, brackets: [] } }
  const amount = (payFen: number): TopUpChoice => ({ of: 'amount', payFen })
  expect(refusalOf(NO_WALLET, settings, amount(1_000))).toBeNull()
  expect(refusalOf(NO_WALLET, settings, amount(999))).toEqual({ code: 'TOP_UP_TOO_LITTLE', leastFen: 1_000 })
  expect(refusalOf(NO_WALLET, DEFAULT_WALLET, amount(1_000))).toEqual({ code: 'TOP_UP_UNKNOWN' })
})

test('above the ceiling it is refused, with the room that is left', () => {
  const wallet = toppedUp({ id: 'a', paidFen: 400_001, bonusFen: 90_000 })
  expect(refusalOf(wallet, withPlan({}))).toEqual({
    code: 'TOP_UP_CEILING',
    roomFen: 99_999,
    mostFen: 500_000,
  })
})

test('the page lists what is on sale today, with why a plan can’t be had', () => {
  const settings = {
    ...withPlan({}),
    plans: [
      plan,
      { ...plan, id: 'first', isFirstOnly: true },
      { ...plan, id: 'off', isOn: false },
      { ...plan, id: 'past', to: '2026-05-31' },
    ],
  }
  expect(
    plansOffered(having(1), settings, TODAY).map(({ plan: { id }, refusal }) => [id, refusal?.code]),
  ).toEqual([
    ['p', undefined],
    ['first', 'TOP_UP_FIRST_ONLY'],
  ])
})

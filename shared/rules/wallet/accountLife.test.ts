import { addDays, type Day } from '@shared/kernel/day'
import fc from 'fast-check'
import { isSettled } from '../account/settle'
import { hold, release } from './hold'
import { freeFunds, freeLots, walletOf } from './wallet'
import { WalletStory, withYearEnd } from './walletStory'

const settings = withYearEnd({ of: 'points', pointsPerYuan: 100, noticeDays: 30 })

const command = fc.record({
  does: fc.constantFrom('topUp', 'topUp', 'hold', 'release', 'refund', 'returned'),
  fen: fc.integer({ min: 1, max: 20_000 }),
  bonusFen: fc.nat(5_000),
  days: fc.integer({ min: 0, max: 40 }),
})
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never

/** How many of each really happened: a life in which nothing does would prove nothing. */
const moved = { toppedUp: 0, walletRefunded: 0, walletRefundReturned: 0, bonusConverted: 0 }

function live(story: WalletStory, { does, fen, bonusFen }: Command, today: Day, number: number): void {
  const { account } = story
  const wallet = walletOf(account)
  if (does === 'topUp') story.topUp(today, `t${number}`, fen, { bonusFen, points: fen % 7, growth: fen % 3 })
  if (does === 'hold') {
    const held = hold(wallet, { orderId: `o${number}`, at: 1, amountFen: fen }, 'proportional')
    if (held.ok) story.account = { ...account, wallet: held.value }
  }
  const [first] = wallet.holds
  if (does === 'release' && first) story.account = { ...account, wallet: release(wallet, first.orderId) }
  const most = Math.min(fen, freeFunds(wallet).principalFen)
  if ((does === 'refund' || does === 'returned') && most > 0) {
    const refund = story.refund(today, `r${number}`, most)
    if (does === 'returned') story.returned(today, `r${number}`, refund)
  }
}

test('whatever happens to a wallet, the books of its member have no difference and nothing is below zero', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), (commands) => {
      const story = new WalletStory(settings)
      let today: Day = '2026-06-01'
      commands.forEach((each, number) => {
        today = addDays(today, each.days)
        story.until(today)
        live(story, each, today, number)
        const { principal, bonus } = story.account.balances
        const free = freeLots(walletOf(story.account))
        const least = Math.min(
          0,
          principal,
          bonus,
          ...free.flatMap((lot) => [lot.principalFen, lot.bonusFen]),
        )
        expect(least).toBe(0)
        story.until(today)
        expect(isSettled(story.account, today, settings)).toBe(true)
      })
      expect(story.faults()).toEqual([])
      for (const { kind } of story.account.tail) if (kind in moved) moved[kind as keyof typeof moved] += 1
    }),
    { numRuns: 25 },
  )
  expect(Object.values(moved).every((times) => times > 0)).toBe(true)
})

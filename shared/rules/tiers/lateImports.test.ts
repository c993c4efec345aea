import { startOfDay } from '@shared/kernel/businessDay'
import type { Account } from '../account/account'
import { join } from '../member/join'
import { importOrder } from '../orders/importOrder'
import { recordSale } from '../orders/recordSale'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { level, program, sinceUpgrade, spend, START } from './exampleLevels'

const EARLY = startOfDay(START) + 2 * 3_600_000
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  tiers: program({
    standard: sinceUpgrade,
    validity: { of: 'days', days: 90 },
    spendingDowngrade: true,
    levels: [
      level('regular', null),
      level('silver', spend(1_000)),
      level('gold', { all: [spend(5_000), { measure: 'orders', atLeast: 2 }] }),
      level('black', spend(20_000)),
    ],
  }),
}

function sell(account: Account, number: string, yuan: number): Account {
  const lines = [{ category: null, product: null, quantity: 1, amountFen: yuan * 100 }]
  const sale = { orderId: number, externalId: number, lines, freightFen: 0, points: 0 }
  const sold = recordSale(account, sale, settings, { today: START, at: EARLY, by: 'staff:boss' })
  if (!sold.ok) throw new Error(sold.error.code)
  return sold.value.account
}

function imported(account: Account, orderId: string, placedDay: string, yuan: number): Account {
  const order = { orderId, placedDay, amountFen: yuan * 100, quantity: 1, externalId: orderId, source: 'old' }
  return importOrder(account, order, settings, EARLY, 'staff:boss')
}

test('a past order of the day is in every level reached that day, though the first was reached by a late import', () => {
  const joined = join(null, 'm1', START, EARLY, '1', settings)
  if (!joined) throw new Error('did not join')
  // Judged at the end of the day, since the member bought on it already.
  const silver = imported(sell(joined, 'a', 100), 'p1', '2026-01-05', 1_000)
  expect(silver.tier.id).toBe('silver')
  const gold = sell(sell(silver, 'b', 2_600), 'c', 2_600)
  expect(gold.tier.id).toBe('gold')
  const after = imported(sell(gold, 'd', 20_000), 'p2', START, 10)
  expect(after.tier.earned.climbs.map(({ levelId }) => levelId)).toEqual(['silver', 'gold', 'black'])
})

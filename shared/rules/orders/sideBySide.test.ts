import { startOfDay } from '@shared/kernel/businessDay'
import { join } from '../member/join'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { program, sinceUpgrade, START } from '../tiers/exampleLevels'
import type { Account } from '../account/account'
import { recordSale } from './recordSale'
import { refundSale } from './refundSale'

const NOON = startOfDay(START) + 12 * 3_600_000
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  tiers: program({ standard: sinceUpgrade, validity: { of: 'days', days: 90 }, spendingDowngrade: true }),
}

const on = (at: number) => ({ today: START, at, by: 'staff:boss' }) as const

function sell(account: Account, number: string, yuan: number, at: number) {
  const lines = [{ category: null, product: null, quantity: 1, amountFen: yuan * 100 }]
  const sale = { orderId: number, externalId: number, lines, freightFen: 0, points: 0 }
  const sold = recordSale(account, sale, settings, on(at))
  if (!sold.ok) throw new Error(sold.error.code)
  return sold.value
}

function refundWhole(account: Account, order: ReturnType<typeof sell>['order']): Account {
  const asked = { refundId: 'r', amountFen: order.netFen, freightFen: 0 }
  const refunded = refundSale(account, order, asked, settings, on(NOON + 1_000))
  if (!refunded.ok) throw new Error(refunded.error.code)
  return refunded.value.account
}

const joined = () => {
  const account = join(null, 'm1', START, NOON, '1', settings)
  if (!account) throw new Error('did not join')
  return account
}

test('an order that began later and was booked first is in the ground of the level that the second one reached', () => {
  const first = sell(joined(), 'late', 600, NOON + 3)
  const second = sell(first.account, 'early', 600, NOON)
  expect(second.account.tier.id).toBe('silver')
  expect(refundWhole(second.account, first.order).tier.id).toBe('regular')
})

test('an order that began earlier and was booked after a level was reached is not in its ground', () => {
  const first = sell(joined(), 'late', 1_100, NOON + 3)
  expect(first.account.tier.id).toBe('silver')
  const second = sell(first.account, 'early', 1_100, NOON)
  expect(refundWhole(second.account, second.order).tier.id).toBe('silver')
  expect(refundWhole(second.account, first.order).tier.id).toBe('silver')
})

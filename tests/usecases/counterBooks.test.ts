import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { auditBooks } from '../support/auditBooks'
import { accountAt, NO_CHOICES, openCounter, typed, type Counter } from '../support/counterShop'
import { must } from '../support/couponShop'
import { THOUSAND } from '../support/walletShop'

const KEPT_MS = 6_000

// A shop of its own takes a while to open on a machine that does other things too.
jest.setTimeout(60_000)

let counter: Counter
beforeAll(async () => {
  counter = await openCounter('2026-06-18T04:00:00Z')
  const { version: _version, ...rules } = DEFAULT_WALLET
  const value = { ...rules, plans: [THOUSAND] }
  const saving = { topic: 'wallet', expectedVersion: 0, value } as never
  must(await counter.shop.merchant('owner', 'settings.save', saving))
  // Longer than an instance keeps the settings that it read.
  jest.setSystemTime(Date.now() + KEPT_MS)
})
afterAll(() => counter.shop.close())

test('the books agree after a top-up, charges and refunds at the counter', async () => {
  const { shop, till } = counter
  const member = await shop.join('oMei')
  const { agreement } = must(await shop.shopper('oMei', 'wallet.read', {}))
  const choice = { of: 'plan', planId: THOUSAND.id } as const
  must(await shop.merchant('clerk', 'wallet.recordTopUp', { member, choice, agreed: agreement.version }))
  const charge = async (...amounts: number[]) =>
    must(
      await till.charge({
        visit: await till.visitOf('oMei'),
        lines: typed(...amounts),
        choices: NO_CHOICES,
      }),
    )
  const first = await charge(12_000, 3_456)
  const large = await charge(90_000)
  expect(large.standing).toBe('waiting')
  must(await shop.shopper('oMei', 'counter.confirm', { id: large.id }))
  const rest = await charge(20_000)
  expect(rest.quote.paid.wechat).toBe(20_000 - (120_000 - 15_456 - 90_000))
  for (const { id } of [first, rest]) {
    const request = { of: 'amount', amountFen: 1_111 } as const
    for (const step of [request, { of: 'rest' } as const]) {
      const shown = must(await shop.merchant('clerk', 'counter.previewRefund', { id, request: step }))
      const { amountFen, freightFen, back, points } = shown
      const seen = { amountFen, freightFen, back, points }
      must(await shop.merchant('clerk', 'counter.refund', { id, request: step, reason: '退货', seen }))
    }
  }
  const { principal, bonus } = (await accountAt(shop, 'oMei')).balances
  expect(principal + bonus).toBe(120_000 - 90_000)
  await shop.timer('everyMinute')
  const { differences } = await auditBooks((name, input) => shop.merchant('owner', name, input))
  expect(differences).toEqual([])
})

import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'
import { writeTopic } from '../support/writeLevels'
import { faultsOf, met } from './faults'
import { Life } from './life'

/* A shop's money and goods under everything that goes wrong at once. Another seed, or more steps:
   CHANGKE_MONEY_SEEDS=7,8 CHANGKE_MONEY_STEPS=500 npx jest tests/money */
const SEEDS = (process.env.CHANGKE_MONEY_SEEDS ?? '1,2').split(',').map(Number)
const STEPS = Number(process.env.CHANGKE_MONEY_STEPS ?? 150)
const MORE_PIECES = 90
const PIECES = { 茶壶: 10 + MORE_PIECES, 茶杯: 10 + MORE_PIECES }

/** What a line that is cut leaves in the log, and that nobody takes word of shipments here; anything else is a fault. */
const EXPECTED = /socket hang up|ECONNRESET|of the outbox were given up/

let shop: OrderShop
let logged: string[]

beforeEach(async () => {
  jest.resetModules()
  shop = await openOrderShop()
  logged = []
  jest.spyOn(console, 'error').mockImplementation((line) => void logged.push(String(line)))
  await writeTopic(shop, 'wallet', {
    ...DEFAULT_WALLET,
    version: 1,
    anyAmount: { leastFen: 1_000, brackets: [] },
    plans: [
      {
        id: 'hundred',
        name: { zh: '充一百', en: 'A hundred' },
        isOn: true,
        from: null,
        to: null,
        payFen: 10_000,
        gift: { bonusFen: 2_000, points: 50, growth: 10, coupons: [{ templateId: 'c20', count: 1 }] },
        isFirstOnly: false,
        mostPerMember: 5,
      },
    ],
  })
  for (const sku of Object.keys(PIECES))
    must(await shop.merchant('owner', 'stock.change', { sku, change: MORE_PIECES }))
  for (const openid of ['anna', 'bea', 'cai']) {
    const member = await shop.join(openid)
    const lines = [{ category: null, product: null, quantity: 1, amountFen: 300_000 }]
    must(await shop.merchant('owner', 'orders.record', { number: openid, member, lines }))
    for (const template of ['c20', 'c20', 'ship', 'ship']) await shop.coupon(member, template)
  }
  shop.pass(6_000)
  for (const openid of ['anna', 'bea', 'cai']) {
    const { agreement } = must(await shop.shopper(openid, 'wallet.read', {}))
    const asked = { choice: { of: 'amount', payFen: 80_000 }, agreed: agreement.version } as const
    await shop.decide(must(await shop.shopper(openid, 'wallet.topUp', asked)).topUpId, 'success')
  }
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const FAULTS = [
  { fault: 'conflict', rateBp: 300 },
  { fault: 'timeoutBefore', rateBp: 60 },
  { fault: 'timeoutAfter', rateBp: 60 },
] as const

/** Lets all that is under way come to its end: payments lapse, refunds are done, holds end. */
async function comeToRest(): Promise<void> {
  shop.gateway.setFaults({ seed: 0, rules: [] })
  shop.faults()
  for (let round = 0; round < 12; round += 1) {
    shop.pass(30 * 60_000)
    await shop.pay.sender.ring()
    await shop.timer('everyMinute')
  }
}

test.each(SEEDS)(
  'whatever goes wrong, no fen and no piece is lost or made (seed %i)',
  async (seed) => {
    shop.gateway.setFaults({ seed, rules: [...FAULTS] })
    shop.faults(
      { fault: 'duplicateNotice', rateBp: 2_000 },
      { fault: 'lateNotice', rateBp: 2_000, afterSeconds: 1_200 },
      { fault: 'lostNotice', rateBp: 2_000 },
      { fault: 'payAnswerLost', rateBp: 800 },
      { fault: 'lateRefund', rateBp: 2_000, afterSeconds: 600 },
    )
    const life = new Life(shop, seed)
    await life.live(STEPS)
    await comeToRest()
    expect(await faultsOf(shop, PIECES)).toEqual([])
    expect(logged.filter((line) => !EXPECTED.test(line))).toEqual([])
    // What did not happen proves nothing.
    const { wechat, balance, refunds } = await met(shop)
    expect(Math.min(wechat, balance, refunds)).toBeGreaterThan(0)
    if (process.env.CHANGKE_MONEY_SEEDS)
      console.log(Object.fromEntries([...life.answers].sort()), await met(shop))
  },
  120_000 + STEPS * 1_000,
)

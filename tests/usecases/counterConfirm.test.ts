import type { OutboxItem } from '@shared/rules/messages/outbox'
import type { CounterSale } from '@shared/rules/counter/counterSale'
import type { SaleDocument } from '@shared/rules/orders/order'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { accountAt, fillWallet, NO_CHOICES, openCounter, typed, type Counter } from '../support/counterShop'
import { must } from '../support/couponShop'

const MINUTE = 60_000
const START = '2026-06-18T04:00:00Z'

// A shop of its own takes a while to open on a machine that does other things too.
jest.setTimeout(60_000)

let counter: Counter
let openid: string
let number = 0

beforeAll(async () => {
  counter = await openCounter(START)
})
afterAll(() => counter.shop.close())
beforeEach(async () => {
  jest.setSystemTime(Date.parse(START))
  openid = `shopper-${++number}`
  await counter.shop.join(openid)
})

const refused = (code: string) => ({ ok: false, error: { code } })
const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const bill = (visit: string, ...amounts: number[]) => ({
  visit,
  lines: typed(...amounts),
  choices: NO_CHOICES,
})
const saleIn = (id: string) => getById<CounterSale>(counter.shop.cloud, 'counterSales', id)
const orderIn = (id: string) => getById<SaleDocument>(counter.shop.cloud, 'orders', id)

describe('above the limit', () => {
  const LARGE = 30_000

  async function ask() {
    await fillWallet(counter.shop, openid, 50_000, 0)
    const visit = await counter.till.visitOf(openid)
    const input = bill(visit, LARGE)
    const { seen, needsConfirmation } = must(await counter.till.quote(input))
    expect(needsConfirmation).toBe(true)
    return { input: { ...input, seen }, sale: must(await counter.till.chargeSeen({ ...input, seen })) }
  }
  const pending = async (who = openid) => must(await counter.shop.shopper(who, 'counter.pending', {})).sales
  const confirm = (id: string, who = openid) => counter.shop.shopper(who, 'counter.confirm', { id })
  const decline = (id: string, who = openid) => counter.shop.shopper(who, 'counter.decline', { id })
  const withdraw = (id: string) => counter.shop.merchant('clerk', 'counter.withdraw', { id })
  const standing = async (id: string) =>
    must(await counter.shop.merchant('clerk', 'counter.read', { id })).standing
  const principal = async () => (await accountAt(counter.shop, openid)).balances.principal

  test('it waits, nothing is taken, and the member sees it and is told', async () => {
    const { sale } = await ask()
    expect(sale).toMatchObject({ standing: 'waiting', lapsesAt: Date.now() + 5 * MINUTE, earned: null })
    expect(await principal()).toBe(50_000)
    expect(await orderIn(sale.id)).toBeNull()
    expect(await pending()).toMatchObject([{ id: sale.id, quote: { payableFen: LARGE } }])
    expect(await pending('owner')).toEqual([])
    await counter.shop.timer('everyMinute')
    const { data } = await counter.shop.cloud.db
      .collection('outbox')
      .where({ member: counter.shop.memberId(openid) })
      .get()
    expect((data as OutboxItem[]).map(({ _id }) => _id)).toContain(`counterWaiting:${sale.id}:inbox`)
  })

  test('the member’s yes charges it, once; the till sees it', async () => {
    const { sale, input } = await ask()
    await counter.shop.join('neighbour')
    expect(await confirm(sale.id, 'neighbour')).toMatchObject(refused('COUNTER_SALE_NOT_FOUND'))
    const [one, two] = await Promise.all([confirm(sale.id), confirm(sale.id)])
    expect(must(one).standing).toBe('charged')
    expect(must(two).standing).toBe('charged')
    expect(await principal()).toBe(20_000)
    expect(await standing(sale.id)).toBe('charged')
    expect(await pending()).toEqual([])
    expect(await orderIn(sale.id)).toMatchObject({ tender: { goods: { principal: LARGE } } })
    expect(must(await counter.till.chargeSeen(input))).toMatchObject({
      standing: 'charged',
      earned: { points: 300 },
    })
    expect(await decline(sale.id)).toMatchObject(refused('COUNTER_SALE_OVER'))
    expect(await withdraw(sale.id)).toMatchObject(refused('COUNTER_SALE_OVER'))
  })

  test('the member’s no ends it, and so does the till', async () => {
    const { sale } = await ask()
    await counter.shop.join('neighbour')
    expect(await decline(sale.id, 'neighbour')).toMatchObject(refused('COUNTER_SALE_NOT_FOUND'))
    expect(must(await decline(sale.id)).standing).toBe('declined')
    expect(must(await decline(sale.id)).standing).toBe('declined')
    expect(await confirm(sale.id)).toMatchObject({
      ok: false,
      error: { code: 'COUNTER_SALE_OVER', message: expect.stringContaining('拒绝') as string },
    })
    const again = await ask()
    expect(must(await withdraw(again.sale.id)).standing).toBe('withdrawn')
    expect(await confirm(again.sale.id)).toMatchObject(refused('COUNTER_SALE_OVER'))
    expect(await principal()).toBe(50_000)
  })

  test('a yes against a withdrawal at the same time: one of them holds', async () => {
    for (let trial = 0; trial < 5; trial += 1) {
      const { sale } = await ask()
      const [yes, no] = await Promise.all([confirm(sale.id), withdraw(sale.id)])
      expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1)
      expect(await principal()).toBe(yes.ok ? 20_000 : 50_000)
      expect((await saleIn(sale.id))?.state).toBe(yes.ok ? 'charged' : 'withdrawn')
    }
  })

  test('it lapses after five minutes by itself', async () => {
    const { sale } = await ask()
    pass(5 * MINUTE - 1)
    expect(await pending()).toHaveLength(1)
    pass(1)
    expect(await pending()).toEqual([])
    expect(await standing(sale.id)).toBe('lapsed')
    expect(await confirm(sale.id)).toMatchObject(refused('COUNTER_SALE_OVER'))
    expect(await decline(sale.id)).toMatchObject(refused('COUNTER_SALE_OVER'))
    expect(await principal()).toBe(50_000)
  })

  test('what is not as it was shown any more is not charged', async () => {
    const { sale } = await ask()
    must(await counter.till.charge(bill(await counter.till.visitOf(openid), 20_000)))
    must(await counter.till.charge(bill(await counter.till.visitOf(openid), 5_000)))
    expect(await confirm(sale.id)).toMatchObject(refused('QUOTE_CHANGED'))
    expect(await principal()).toBe(25_000)
  })

  test('the limit is the shop’s own, and can be none', async () => {
    const save = { topic: 'counter', expectedVersion: 0, value: { confirmAboveFen: null } } as const
    must(await counter.shop.merchant('owner', 'settings.save', save))
    // Past all instants at which this instance read its settings.
    pass(60 * MINUTE)
    await fillWallet(counter.shop, openid, 50_000, 0)
    const { confirmAboveFen, visit } = await counter.till.scan(openid)
    expect(confirmAboveFen).toBeNull()
    expect(must(await counter.till.charge(bill(visit, LARGE))).standing).toBe('charged')
  })
})

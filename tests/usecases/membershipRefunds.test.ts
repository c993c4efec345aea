import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from '../support/couponShop'
import { MembershipShop } from '../support/membershipShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const KEPT_MS = 6_000

let who: MembershipShop

beforeAll(async () => {
  who = await MembershipShop.open()
})
afterAll(() => who.shop.close())
beforeEach(() => who.begins())
afterEach(async () => {
  who.shop.faults()
  expect(await who.differences()).toEqual([])
})

describe('a refund', () => {
  const preview = async (purchaseId: string) =>
    must(await who.shop.shopper(who.mei, 'memberships.previewRefund', { purchaseId }))

  test('shows the sum first, and gives it back the way it was paid; the level ends', async () => {
    await who.someoneNew('1000-200')
    const purchaseId = await who.buy('plus', true)
    who.days(10)
    const shown = await preview(purchaseId)
    expect(shown).toMatchObject({
      paidFen: 3_000,
      usedDays: 10,
      unusedDays: 20,
      usedFen: 1_000,
      backFen: 2_000,
      back: { principal: 667, bonus: 133, wechat: 1_200 },
      tier: { before: { id: 'plus' }, after: { id: 'regular' } },
    })
    const refund = { purchaseId, seen: shown.back }
    const done = must(await who.shop.shopper(who.mei, 'memberships.refund', refund)).purchase
    expect(done).toMatchObject({
      state: 'refunded',
      refund: { by: 'member', usedFen: 1_000, back: shown.back },
    })
    expect((await who.account()).balances).toMatchObject({ principal: 667, bonus: 133 })
    expect((await who.account()).tier).toMatchObject({ id: 'regular', paid: null })
    expect(await getById(who.shop.cloud, 'refunds', `${purchaseId}-refund`)).toMatchObject({
      refundFen: 1_200,
    })
    // Once more is the same: it is given back once.
    expect(must(await who.shop.shopper(who.mei, 'memberships.refund', refund)).purchase).toEqual(done)
  })

  test('counts what its discount took off orders, and refuses where nothing would go back', async () => {
    const purchaseId = await who.buy('plus')
    who.shop.pass(KEPT_MS)
    const first = await who.shop.order(who.mei, [{ sku: '茶杯', quantity: 1 }])
    await who.shop.decide(first.order.id, 'success')
    who.days(1)
    expect(await preview(purchaseId)).toMatchObject({
      savedFen: 300,
      byDaysFen: 100,
      usedFen: 300,
      backFen: 2_700,
    })
    const second = await who.shop.order(who.mei, [{ sku: '茶壶', quantity: 1 }])
    await who.shop.decide(second.order.id, 'success')
    expect(await who.shop.shopper(who.mei, 'memberships.previewRefund', { purchaseId })).toMatchObject({
      error: { code: 'MEMBERSHIP_USED_UP' },
    })
    await who.sold({ countsSavings: false })
    expect(await preview(purchaseId)).toMatchObject({ backFen: 2_900 })
  })

  test('of another sum than was shown is refused', async () => {
    const purchaseId = await who.buy('plus')
    const { back } = await preview(purchaseId)
    who.days(1)
    const late = await who.shop.shopper(who.mei, 'memberships.refund', { purchaseId, seen: back })
    expect(late).toMatchObject({ error: { code: 'MEMBERSHIP_REFUND_CHANGED' } })
    expect((await who.account()).tier.id).toBe('plus')
  })

  test('twenty taps at once give it back once', async () => {
    const purchaseId = await who.buy('plus')
    const { back } = await preview(purchaseId)
    const taps = await Promise.all(
      Array.from({ length: 20 }, () =>
        who.shop.shopper(who.mei, 'memberships.refund', { purchaseId, seen: back }),
      ),
    )
    expect(taps.every(({ ok }) => ok)).toBe(true)
    const { data } = await who.shop.cloud.db.collection('refunds').where({ member: who.member }).get()
    expect(data).toMatchObject([{ refundFen: 3_000 }])
    const kinds = await who.shop.cloud.db
      .collection('journal')
      .where({ member: who.member, kind: 'membershipRefunded' })
      .get()
    expect(kinds.data).toHaveLength(1)
  })

  test('of what is not paid, or is somebody else’s, is refused', async () => {
    const { purchase } = await who.begin('plus')
    const { purchaseId } = purchase
    expect(await who.shop.shopper(who.mei, 'memberships.previewRefund', { purchaseId })).toMatchObject({
      error: { code: 'MEMBERSHIP_NOT_PAID' },
    })
    await who.someoneNew()
    for (const name of ['memberships.previewRefund', 'memberships.checkPayment', 'memberships.pay'] as const)
      expect(await who.shop.shopper(who.mei, name, { purchaseId })).toMatchObject({
        error: { code: 'MEMBERSHIP_NOT_FOUND' },
      })
  })

  test('by the shop: sees what was bought and what goes back, and tells the member why', async () => {
    const purchaseId = await who.buy('plus')
    who.days(15)
    const { purchases, running } = must(
      await who.shop.merchant('manager', 'memberships.ofMember', { member: who.member }),
    )
    expect(running).toMatchObject({ level: { id: 'plus' }, until: (await who.account()).tier.paid?.until })
    expect(purchases).toMatchObject([{ purchaseId, state: 'paid', priceFen: 3_000 }])
    const { back, backFen } = must(
      await who.shop.merchant('manager', 'memberships.previewMemberRefund', { purchaseId }),
    )
    expect(backFen).toBe(1_500)
    const refund = { purchaseId, seen: back, reason: '不再需要' }
    const done = must(await who.shop.merchant('manager', 'memberships.refundMember', refund)).purchase
    expect(done.refund).toMatchObject({ by: 'shop', back: { wechat: 1_500 } })
    await who.shop.timer('everyMinute')
    const { messages } = must(await who.shop.shopper(who.mei, 'messages.list', {}))
    expect(messages.find(({ kind }) => kind === 'membershipRefunded')).toMatchObject({ link: 'memberships' })
    for (const name of ['memberships.ofMember', 'memberships.previewMemberRefund'] as const)
      expect(
        await who.shop.merchant(
          'clerk',
          name,
          (name === 'memberships.ofMember' ? { member: who.member } : { purchaseId }) as never,
        ),
      ).toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
  })

  test('that WeChat refuses waits for a person, and the level is given back all the same', async () => {
    const purchaseId = await who.buy('plus')
    const { back } = await preview(purchaseId)
    const alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    who.shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
    must(await who.shop.shopper(who.mei, 'memberships.refund', { purchaseId, seen: back }))
    alerted.mockRestore()
    const { refunds } = must(await who.shop.merchant('manager', 'payments.refunds', { shelf: 'refused' }))
    expect(refunds).toMatchObject([{ for: 'membership', forId: purchaseId, state: 'refused' }])
    expect((await who.account()).tier.id).toBe('regular')
  })
})

test('with the clock turned: asked to renew 14, 3 and 0 days before, then the level earned holds', async () => {
  await who.buy('plus')
  const told = async () => {
    const { messages } = must(await who.shop.shopper(who.mei, 'messages.list', {}))
    return messages.filter(({ kind }) => kind === 'membershipEnding').length
  }
  const seen: number[] = []
  for (const [pass] of [[15], [1], [10], [1], [2], [1]]) {
    who.days(pass!)
    await who.shop.timer('daily')
    await who.shop.timer('hourly')
    await who.shop.timer('everyMinute')
    seen.push(await told())
  }
  expect(seen).toEqual([0, 1, 1, 2, 2, 3])
  expect((await who.account()).tier.id).toBe('plus')
  who.days(1)
  await who.shop.timer('hourly')
  expect((await who.account()).tier).toMatchObject({ id: 'regular', by: 'earned' })
})

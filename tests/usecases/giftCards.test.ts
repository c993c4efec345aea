import jsQR from 'jsqr'
import { codeIn } from '@shared/rules/giftCards/code'
import type { OutboxItem } from '@shared/rules/messages/outbox'
import { readPayment } from '../../cloudfunctions/database/payments'
import { must, repeat } from '../support/couponShop'
import { openCardShop, TWO_HUNDRED, type CardShop } from '../support/cardShop'
import { pixelsOf } from '../support/pixelsOf'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const DAY_MS = 86_400_000
const THREE_YEARS = 3 * 366 * DAY_MS

let shop: CardShop
let number = 0
let mei: string
let recipient: string

beforeAll(async () => {
  shop = await openCardShop('2026-06-18T04:00:00Z')
  await shop.rules({ plans: [], anyAmount: { leastFen: 100, brackets: [] } })
  await shop.cardRules({ takesBalance: true })
})
afterAll(() => shop.close())
beforeEach(async () => {
  number += 1
  mei = `oMei${number}`
  recipient = `oNew${number}`
  await shop.join(mei)
})
afterEach(async () => {
  shop.faults()
  expect(await shop.differences()).toEqual([])
})

const codeOf = (id: string) => shop.codeOf(mei, id)
const balancesOf = async (openid: string) => {
  const { principal, bonus } = (await shop.account(openid)).balances
  return [principal, bonus]
}
const refusalOf = (answered: { ok: boolean; error?: { code: string } }) => answered.error?.code

async function toldTo(openid: string): Promise<string[]> {
  await shop.timer('everyMinute')
  const { data } = await shop.cloud.db
    .collection('outbox')
    .where({ member: shop.memberId(openid) })
    .get()
  return (data as OutboxItem<'inbox'>[]).map(({ message }) => message.kind)
}

describe('buying', () => {
  test('what is sold is shown, and what was shown is what is bought', async () => {
    const offer = must(await shop.shopper(mei, 'giftCards.offer', {}))
    expect(offer).toMatchObject({
      isOn: true,
      canPay: true,
      amounts: [{ amountFen: 20_000 }, {}],
      balanceFen: 0,
    })
    const changed = { ...TWO_HUNDRED, seenBonusFen: 9_000 }
    expect(refusalOf(await shop.shopper(mei, 'giftCards.buy', changed))).toBe('GIFT_CARD_OFFER_CHANGED')
    const many = { ...TWO_HUNDRED, count: 11 }
    expect(refusalOf(await shop.shopper(mei, 'giftCards.buy', many))).toBe('GIFT_CARD_COUNT')
    expect(refusalOf(await shop.shopper('nobody', 'giftCards.buy', TWO_HUNDRED))).toBe('NOT_A_MEMBER')
  })

  test('asked for again it is the same purchase, and nothing of it can be claimed before it is paid', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => repeat(shop, 'shopper', mei, 'giftCards.buy', TWO_HUNDRED)),
    )
    const { purchaseId } = must(one!) as { purchaseId: string }
    expect(must(two!)).toMatchObject({ purchaseId, wechatFen: 20_000, state: 'waiting' })
    expect(must(await shop.shopper(mei, 'giftCards.list', {}))).toMatchObject({
      cards: [],
      waiting: [{ purchaseId, priceFen: 20_000, count: 1 }],
    })
    const draft = await shop.shopper(mei, 'giftCards.share', { id: `${purchaseId}-1` })
    expect(refusalOf(draft)).toBe('GIFT_CARD_NOT_PAID')
    expect(
      shop.pay.openSheet(must(await shop.shopper(mei, 'giftCards.pay', { purchaseId })).payment),
    ).toMatchObject({
      outTradeNo: purchaseId,
    })
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(purchaseId, 'success')
    expect(must(await shop.shopper(mei, 'giftCards.checkPurchase', { purchaseId })).state).toBe('paid')
    expect(must(await shop.shopper(mei, 'giftCards.list', {}))).toMatchObject({
      cards: [{ state: 'paid', validUntil: '2029-06-18', refund: { wechatFen: 20_000, balanceFen: 0 } }],
      waiting: [],
    })
    const subject = { kind: 'entry', id: `giftCards:${purchaseId}:paid` } as const
    const opened = must(await shop.shopper(mei, 'explain.read', { subject }))
    expect(opened.lines.find(({ role }) => role === 'sum')).toMatchObject({ amount: 20_000 })
  })

  test('given up or not paid in time, what was held is free and money that comes late goes back', async () => {
    await shop.topUp(mei, { of: 'amount', payFen: 5_000 })
    const { purchaseId, balanceFen } = await shop.buy(mei, { balance: { of: 'all' } })
    expect(balanceFen).toBe(5_000)
    expect((await shop.account(mei)).wallet?.holds).toHaveLength(1)
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    expect(must(await shop.shopper(mei, 'giftCards.giveUp', { purchaseId })).state).toBe('over')
    expect((await shop.account(mei)).wallet?.holds).toEqual([])
    shop.faults()
    await shop.decide(purchaseId, 'success')
    expect(must(await shop.shopper(mei, 'giftCards.checkPurchase', { purchaseId })).state).toBe('late')
    expect((await shop.card(`${purchaseId}-1`)).state).toBe('voided')
    expect(await balancesOf(mei)).toEqual([5_000, 0])
    const late = await readPayment(shop.cloud, purchaseId)
    if (late?.state !== 'late') throw new Error(late?.state)
    await shop.refundSaid(late.refund, 'done')
    const second = await shop.buy(mei)
    jest.setSystemTime(Date.now() + 16 * 60_000)
    await shop.timer('everyMinute')
    expect((await shop.card(`${second.purchaseId}-1`)).state).toBe('voided')
  })

  test('stored value pays for the first cards, WeChat for the rest; all of it at once', async () => {
    await shop.topUp(mei, { of: 'amount', payFen: 60_000 })
    const [first, second, third] = await shop.bought(mei, {
      count: 3,
      balance: { of: 'upTo', amountFen: 30_000 },
    })
    expect(await balancesOf(mei)).toEqual([30_000, 0])
    expect((await shop.card(first!)).sale).toMatchObject({ wechatFen: 0 })
    expect((await shop.card(second!)).sale).toMatchObject({ wechatFen: 10_000 })
    expect((await shop.card(third!)).sale).toMatchObject({ wechatFen: 20_000 })
    const atOnce = await shop.buy(mei, { balance: { of: 'all' } })
    expect(atOnce).toMatchObject({ state: 'paid', wechatFen: 0, payment: null })
    const { purchaseId } = atOnce
    expect(must(await shop.shopper(mei, 'giftCards.checkPurchase', { purchaseId })).state).toBe('paid')
    expect(must(await shop.shopper(mei, 'giftCards.giveUp', { purchaseId })).state).toBe('paid')
    expect(refusalOf(await shop.shopper(mei, 'giftCards.pay', { purchaseId }))).toBe('PAYMENT_MADE')
    await shop.join('oEve')
    for (const name of ['giftCards.pay', 'giftCards.checkPurchase', 'giftCards.giveUp'] as const)
      expect(refusalOf(await shop.shopper('oEve', name, { purchaseId }))).toBe('GIFT_PURCHASE_NOT_FOUND')
    for (const name of ['giftCards.read', 'giftCards.share', 'giftCards.refund'] as const)
      expect(refusalOf(await shop.shopper('oEve', name, { id: first! }))).toBe('GIFT_CARD_NOT_FOUND')
  })
})

describe('handing on and claiming', () => {
  test('the picture of a card leads to its page, and who was never here is registered and credited', async () => {
    const [id] = await shop.bought(mei)
    const { code, printed, picture, card } = must(await shop.shopper(mei, 'giftCards.share', { id: id! }))
    expect(card.state).toBe('shared')
    const { data, width, height } = pixelsOf(Buffer.from(picture!.base64, 'base64'))
    const read = jsQR(data, width, height)?.data ?? ''
    expect(read).toMatch(/^features\/claimCard\/index\?scene=/)
    expect(codeIn(read)).toBe(code)
    expect(codeIn(printed.toLowerCase())).toBe(code)
    const peeked = must(await shop.shopper(recipient, 'giftCards.peek', { code: read }))
    expect(peeked).toMatchObject({
      hasJoined: false,
      card: { state: 'claimable', from: '小林', message: '生日快乐', principalFen: 20_000, bonusFen: 2_000 },
    })
    expect(must(await shop.claim(recipient, read))).toMatchObject({
      hasRegistered: true,
      balances: { principal: 20_000, bonus: 2_000 },
    })
    const account = await shop.account(recipient)
    expect(account.joined).toMatchObject({ consentVersion: '1' })
    expect(account.invitedBy).toBe(shop.memberId(mei))
    expect(await toldTo(mei)).toEqual(['giftCardClaimed'])
    const mine = must(await shop.shopper(recipient, 'giftCards.peek', { code }))
    expect(mine.card.state).toBe('mine')
    expect(must(await shop.claim(recipient, code))).toMatchObject({ hasRegistered: false })
    expect(await balancesOf(recipient)).toEqual([20_000, 2_000])
    await shop.join('oOther')
    expect(refusalOf(await shop.claim('oOther', code))).toBe('GIFT_CARD_CLAIMED')
    const told = must(await shop.shopper('oOther', 'giftCards.peek', { code })).card
    expect(JSON.stringify(told)).not.toContain(shop.memberId(recipient))
    expect(told.state).toBe('claimed')
    expect(refusalOf(await shop.shopper(mei, 'giftCards.refund', { id: id! }))).toBe('GIFT_CARD_CLAIMED')
  })

  test('nobody is registered without having been shown the terms', async () => {
    const [id] = await shop.bought(mei)
    const input = { code: await codeOf(id!), consentVersion: '' }
    expect(refusalOf(await shop.shopper(recipient, 'giftCards.claim', input))).toBe('INVALID_INPUT')
    expect((await shop.card(id!)).state).toBe('shared')
  })

  test('every entry explains itself', async () => {
    const [id] = await shop.bought(mei)
    must(await shop.claim(recipient, await codeOf(id!)))
    const { entries } = must(await shop.shopper(recipient, 'wallet.ledger', {}))
    expect(entries).toMatchObject([{ kind: 'giftCardClaimed', principal: 20_000, bonus: 2_000 }])
    const subject = { kind: 'entry', id: entries[0]!.id } as const
    const opened = must(await shop.shopper(recipient, 'explain.read', { subject }))
    expect(opened.rules).toMatchObject([{ topic: 'giftCards' }])
  })

  test('the giver may claim it, and is told nothing', async () => {
    const [id] = await shop.bought(mei)
    expect(must(await shop.claim(mei, await codeOf(id!)))).toMatchObject({ hasRegistered: false })
    expect(await balancesOf(mei)).toEqual([20_000, 2_000])
    expect(await toldTo(mei)).toEqual([])
  })

  test('a wallet without room leaves the card as it is', async () => {
    await shop.join(recipient)
    await shop.topUp(recipient, { of: 'amount', payFen: 490_000 })
    const [id] = await shop.bought(mei)
    expect(await shop.claim(recipient, await codeOf(id!))).toMatchObject({
      error: { code: 'GIFT_CARD_NO_ROOM', data: { roomFen: 10_000 } },
    })
    expect((await shop.card(id!)).state).toBe('shared')
  })

  test('without WeChat’s picture there is the code all the same', async () => {
    const [id] = await shop.bought(mei)
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    shop.openApi.faults.set(0, [{ fault: 'codeRefused', rateBp: 10_000 }])
    const { picture, code } = must(await shop.shopper(mei, 'giftCards.share', { id: id! }))
    shop.openApi.faults.set(0, [])
    expect([picture, code.length]).toEqual([null, 22])
  })
})

describe('what comes back', () => {
  test('a refund goes the way it was paid, and the card is worth nothing', async () => {
    await shop.topUp(mei, { of: 'amount', payFen: 5_000 })
    const [id] = await shop.bought(mei, { balance: { of: 'all' } })
    const code = await codeOf(id!)
    expect(must(await shop.shopper(mei, 'giftCards.read', { id: id! })).refund).toEqual({
      wechatFen: 15_000,
      balanceFen: 5_000,
    })
    const twice = await Promise.all([1, 2].map(() => shop.shopper(mei, 'giftCards.refund', { id: id! })))
    expect(twice.map(must)).toMatchObject([{ state: 'refunded' }, { state: 'refunded' }])
    expect(await shop.refundSaid(`${id}*back`, 'done')).toMatchObject({ refundFen: 15_000 })
    expect(await balancesOf(mei)).toEqual([5_000, 0])
    expect(refusalOf(await shop.claim(recipient, code))).toBe('GIFT_CARD_REFUNDED')
  })

  test('what WeChat refuses to give back waits for a person', async () => {
    const [id] = await shop.bought(mei)
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
    must(await shop.shopper(mei, 'giftCards.refund', { id: id! }))
    shop.faults()
    const listed = must(await shop.merchant('owner', 'payments.refunds', { shelf: 'refused' }))
    expect(listed.refunds.some((each) => each.for === 'giftCards')).toBe(true)
    must(await shop.merchant('owner', 'payments.retryRefund', { id: `${id}*back` }))
    await shop.refundSaid(`${id}*back`, 'done')
  })

  test('a card that nobody claimed in its days is principal of its giver, who is told', async () => {
    const ids = await shop.bought(mei, { count: 2 })
    const code = await codeOf(ids[0]!)
    const before = Date.now()
    jest.setSystemTime(before + THREE_YEARS)
    expect(must(await shop.shopper(recipient, 'giftCards.peek', { code })).card.state).toBe('expired')
    expect(refusalOf(await shop.claim(recipient, code))).toBe('GIFT_CARD_EXPIRED')
    await shop.timer('hourly')
    await shop.timer('hourly')
    expect(await balancesOf(mei)).toEqual([40_000, 0])
    expect(await toldTo(mei)).toEqual(['giftCardExpired', 'giftCardExpired'])
  })

  test('the shop makes one void, with its reason', async () => {
    const [id] = await shop.bought(mei)
    const input = { id: id!, reason: '码已泄露' }
    expect(must(await shop.merchant('owner', 'giftCards.void', input)).card.state).toBe('voided')
    await shop.refundSaid(`${id}*back`, 'done')
    expect(must(await shop.shopper(mei, 'giftCards.read', { id: id! })).says.zh).toContain('码已泄露')
    expect(await toldTo(mei)).toEqual(['giftCardVoided'])
  })
})

describe('of many at once one thing happens', () => {
  const TWENTY = Array.from({ length: 20 }, (_, place) => place)

  test('one card, twenty who claim: one has it, nineteen are told, one credit', async () => {
    const [id] = await shop.bought(mei)
    const code = await codeOf(id!)
    const answers = await Promise.all(TWENTY.map((place) => shop.claim(`${recipient}-${place}`, code)))
    const winners = answers.flatMap((each, place) => (each.ok ? [place] : []))
    expect(winners).toHaveLength(1)
    expect(answers.filter((each) => refusalOf(each) === 'GIFT_CARD_CLAIMED')).toHaveLength(19)
    expect(await balancesOf(`${recipient}-${winners[0]}`)).toEqual([20_000, 2_000])
    const { total } = (await shop.cloud.db
      .collection('members')
      .where({ invitedBy: shop.memberId(mei) })
      .count()) as { total: number }
    expect(total).toBe(1)
  })

  test('one person, twenty taps: one credit', async () => {
    const [id] = await shop.bought(mei)
    const code = await codeOf(id!)
    const answers = await Promise.all(TWENTY.map(() => shop.claim(recipient, code)))
    expect(answers.some(({ ok }) => ok)).toBe(true)
    const refused = answers.filter(({ ok }) => !ok)
    // Who taps twenty times at once tries twenty codes at once.
    expect(new Set(refused.map(refusalOf))).toEqual(new Set(refused.length > 0 ? ['GIFT_CARD_TRIES'] : []))
    expect(await balancesOf(recipient)).toEqual([20_000, 2_000])
  })

  test('claim against refund: one of the two has the money', async () => {
    for (const id of await shop.bought(mei, { count: 5 })) {
      const code = await codeOf(id)
      const claimer = `${recipient}-${id}`
      const [claims, refunds] = await Promise.all([
        Promise.all(TWENTY.slice(10).map((place) => shop.claim(`${claimer}-${place}`, code))),
        Promise.all(TWENTY.slice(10).map(() => shop.shopper(mei, 'giftCards.refund', { id }))),
      ])
      const { state } = await shop.card(id)
      expect(claims.filter(({ ok }) => ok)).toHaveLength(state === 'claimed' ? 1 : 0)
      expect(refunds.some(({ ok }) => ok)).toBe(state === 'refunded')
      if (state === 'refunded') await shop.refundSaid(`${id}*back`, 'done')
    }
  })

  test('claim against expiry, as its last day ends: one of the two, and no fen is lost', async () => {
    const ids = await shop.bought(mei, { count: 8 })
    const codes = await Promise.all(ids.map(codeOf))
    const { validUntil } = (await shop.card(ids[0]!)).sale!
    jest.setSystemTime(new Date(`${validUntil}T23:59:59+08:00`))
    const claims = codes.map((code, place) => shop.claim(`${recipient}-${place}`, code))
    jest.setSystemTime(Date.now() + DAY_MS)
    await Promise.all([...claims, shop.timer('hourly'), shop.timer('hourly')])
    await shop.timer('hourly')
    const states = await Promise.all(ids.map(async (id) => (await shop.card(id)).state))
    const expired = states.filter((state) => state === 'expired').length
    expect(states.filter((state) => state === 'claimed').length + expired).toBe(8)
    expect(await balancesOf(mei)).toEqual([expired * 20_000, 0])
    const credited = (await Promise.all(claims)).filter(({ ok }) => ok).length
    expect(credited).toBe(8 - expired)
  })
})

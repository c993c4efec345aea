import type { InputOf } from '@shared/contracts'
import { randomOf, type Random } from '../../local/worlds/random'
import type { Answered } from '../support/shop'
import { ADDRESS, NOTHING_CHOSEN, type Choices, type Lines, type OrderShop } from '../support/orderShop'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const PEOPLE = ['anna', 'bea', 'cai'] as const
const PRODUCTS = ['茶壶', '茶杯'] as const

/** Refused for reasons of its own: nothing was done, and the person is told why. */
type Step = (life: Life) => Promise<unknown>

/** A shop's people, who buy, pay, cancel, top up and have money back in an order that follows from a seed. */
export class Life {
  readonly random: Random
  readonly orders: { readonly id: string; readonly openid: string }[] = []
  readonly topUps: { readonly id: string; readonly openid: string }[] = []
  /** How often each kind of step was answered, and how often refused with what. */
  readonly answers = new Map<string, number>()
  private requests = 0

  constructor(
    readonly shop: OrderShop,
    readonly seed: number,
  ) {
    this.random = randomOf(seed)
  }

  newRequest(): string {
    this.requests += 1
    return `life-${this.seed}-${this.requests}`
  }

  person(): string {
    return this.random.pick(PEOPLE)
  }

  /** Calls as the app does: once more under the same request when no word came, and sometimes twice at once. */
  async call<T>(
    fn: 'shopper' | 'merchant',
    openid: string,
    action: string,
    input: object,
  ): Promise<Answered<T>> {
    const event = { action, input, requestId: this.newRequest() }
    const send = async (left = 5): Promise<Answered<T>> => {
      const answer = (await this.shop.raw(fn, event, { openid, source: 'wx_client' })) as Answered<T>
      const isOpen = !answer.ok && (answer.error.code === 'INTERNAL' || answer.error.code === 'BUSY')
      return isOpen && left > 0 ? send(left - 1) : answer
    }
    const [first, second] = this.random.chance(0.2) ? await Promise.all([send(), send()]) : [await send()]
    const answer = first.ok || !second ? first : second
    const outcome = answer.ok ? 'done' : answer.error.code
    if (IMPOSSIBLE.includes(outcome)) throw new Error(`${action}: ${JSON.stringify(answer)}`)
    this.answers.set(`${action} ${outcome}`, (this.answers.get(`${action} ${outcome}`) ?? 0) + 1)
    return answer
  }

  /** Some steps, most of them alone, some beside one another. */
  async live(steps: number): Promise<void> {
    for (let done = 0; done < steps;) {
      const together = this.random.chance(0.6) ? 1 : 2 + Math.floor(this.random.next() * 3)
      const chosen = Array.from({ length: together }, () => this.choose())
      await Promise.all(chosen.map((step) => step(this)))
      done += together
    }
  }

  private choose(): Step {
    let left = this.random.next() * STEPS.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, step] of STEPS) {
      left -= weight
      if (left < 0) return step
    }
    return order
  }
}

/** What no call may be answered with, however often it is sent. */
const IMPOSSIBLE = ['INTERNAL', 'BUSY', 'INVALID_INPUT', 'UNKNOWN_ACTION']

const STEPS: readonly (readonly [number, Step])[] = [
  [30, order],
  [26, pay],
  [6, checkPayment],
  [3, cancel],
  [2, payAndCancel],
  [10, refund],
  [3, shipOrReceive],
  [8, topUp],
  [10, payTopUp],
  [2, giveUpTopUp],
  [2, refundByRight],
  [2, refundWallet],
  [10, passTime],
  [10, minute],
]

async function order(life: Life): Promise<void> {
  const { shop, random } = life
  const openid = life.person()
  const lines = PRODUCTS.filter(() => random.chance(0.6)).map((sku) => ({
    sku,
    quantity: 1 + Math.floor(random.next() * 3),
  }))
  if (lines.length === 0) return
  const choices = await chosen(life, openid, lines)
  const quoted = await shop.shopper(openid, 'shopOrders.quote', { lines, choices })
  if (!quoted.ok) return
  const wish: InputOf<'shopOrders.place'> = { lines, choices, seen: quoted.value.seen, address: ADDRESS }
  const placed = await life.call<{ order: { id: string } }>('shopper', openid, 'shopOrders.place', wish)
  if (placed.ok) life.orders.push({ id: placed.value.order.id, openid })
}

async function chosen(life: Life, openid: string, lines: Lines): Promise<Choices> {
  const { shop, random } = life
  const asked = await shop.shopper(openid, 'shopOrders.quote', { lines, choices: NOTHING_CHOSEN })
  if (!asked.ok) return NOTHING_CHOSEN
  const { coupons, points } = asked.value
  const usable = coupons.filter(({ whyNot }) => whyNot === null).map(({ coupon }) => coupon.id)
  return {
    coupons: random.chance(0.5) ? usable.slice(0, 1 + Math.floor(random.next() * 2)) : [],
    points: random.chance(0.4) ? points.most : 0,
    balance: random.pick([
      { of: 'none' },
      { of: 'all' },
      { of: 'upTo', amountFen: Math.floor(random.next() * 5_000) },
    ] as const),
  }
}

async function pay(life: Life): Promise<void> {
  const one = lately(life, life.orders, 3)
  if (one) await life.shop.decide(one.id, life.random.chance(0.9) ? 'success' : 'decline')
}

async function checkPayment(life: Life): Promise<void> {
  const one = lately(life, life.orders)
  if (one) await life.call('shopper', one.openid, 'shopOrders.checkPayment', { orderId: one.id })
}

async function cancel(life: Life): Promise<void> {
  const one = lately(life, life.orders)
  if (one) await life.call('shopper', one.openid, 'shopOrders.cancel', { orderId: one.id })
}

async function payAndCancel(life: Life): Promise<void> {
  const one = lately(life, life.orders)
  if (!one) return
  await Promise.all([
    life.shop.decide(one.id, 'success'),
    life.call('shopper', one.openid, 'shopOrders.cancel', { orderId: one.id }),
  ])
}

async function refund(life: Life): Promise<void> {
  const one = lately(life, life.orders)
  if (!one) return
  const { random } = life
  const request = random.pick([
    { of: 'rest' },
    { of: 'lines', lines: [{ line: 0, quantity: 1 }], freightFen: 0 },
    { of: 'amount', amountFen: 1 + Math.floor(random.next() * 20_000), freightFen: 0 },
    { of: 'lines', lines: [{ line: 0, amountFen: 1 + Math.floor(random.next() * 3_000) }], freightFen: 500 },
  ] as const)
  const shown = await life.call<RefundShown>('merchant', 'owner', 'shopOrders.previewRefund', {
    orderId: one.id,
    request,
  })
  if (!shown.ok) return
  const { amountFen, freightFen, back, points } = shown.value
  const seen = { amountFen, freightFen, back, points }
  const asked = { orderId: one.id, request, reason: '不合适', seen }
  await life.call('merchant', 'owner', 'shopOrders.refund', asked)
}

interface RefundShown {
  readonly amountFen: number
  readonly freightFen: number
  readonly back: object
  readonly points: number
}

async function shipOrReceive(life: Life): Promise<void> {
  const one = lately(life, life.orders)
  if (!one) return
  const parcel = { orderId: one.id, carrier: 'SF', trackingNumber: 'SF1234567890' }
  if (life.random.chance(0.6)) await life.call('merchant', 'owner', 'shopOrders.ship', parcel)
  else await life.call('shopper', one.openid, 'shopOrders.receive', { orderId: one.id })
}

async function topUp(life: Life): Promise<void> {
  const openid = life.person()
  const read = await life.shop.shopper(openid, 'wallet.read', {})
  if (!read.ok) return
  const choice = life.random.chance(0.5)
    ? { of: 'plan', planId: 'hundred' }
    : { of: 'amount', payFen: 1_000 + Math.floor(life.random.next() * 20_000) }
  const asked = { choice, agreed: read.value.agreement.version }
  const begun = await life.call<{ topUpId: string }>('shopper', openid, 'wallet.topUp', asked)
  if (begun.ok) life.topUps.push({ id: begun.value.topUpId, openid })
}

async function payTopUp(life: Life): Promise<void> {
  const one = lately(life, life.topUps, 3)
  if (!one) return
  await life.shop.decide(one.id, 'success')
  if (life.random.chance(0.4))
    await life.call('shopper', one.openid, 'wallet.checkTopUp', { topUpId: one.id })
}

async function giveUpTopUp(life: Life): Promise<void> {
  const one = lately(life, life.topUps)
  if (one) await life.call('shopper', one.openid, 'wallet.giveUpTopUp', { topUpId: one.id })
}

async function refundByRight(life: Life): Promise<void> {
  const openid = life.person()
  const read = await life.shop.shopper(openid, 'wallet.read', {})
  if (!read.ok) return
  const [part] = read.value.refundable
  if (!part) return
  const { topUpId, principalFen, bonusFen } = part
  await life.call('shopper', openid, 'wallet.refundByRight', { topUpId, principalFen, bonusFen })
}

async function refundWallet(life: Life): Promise<void> {
  const member = life.shop.memberId(life.person())
  const principalFen = 1 + Math.floor(life.random.next() * 3_000)
  const asked = { member, principalFen }
  const shown = await life.call<{ refund: WalletRefundShown }>(
    'merchant',
    'owner',
    'wallet.previewRefund',
    asked,
  )
  if (!shown.ok) return
  const { bonusFen, wechatFen, counterFen } = shown.value.refund
  const seen = { bonusFen, wechatFen, counterFen }
  await life.call('merchant', 'owner', 'wallet.refund', { ...asked, seen, reason: '退储值' })
}

interface WalletRefundShown {
  readonly bonusFen: number
  readonly wechatFen: number
  readonly counterFen: number
}

function passTime(life: Life): Promise<void> {
  const ms = life.random.pick([
    5_000,
    5_000,
    MINUTE_MS,
    MINUTE_MS,
    6 * MINUTE_MS,
    16 * MINUTE_MS,
    20 * HOUR_MS,
  ])
  life.shop.pass(ms)
  return life.shop.pay.sender.ring()
}

/** A timer whose line is cut fails and runs again the next minute. */
async function minute(life: Life): Promise<void> {
  const run = () => life.shop.timer('everyMinute').catch(() => undefined)
  await Promise.all([run(), life.random.chance(0.3) ? run() : undefined])
}

/** One of the last ones: what is long over is of little interest. */
function lately<T>({ random }: Life, all: readonly T[], howMany = 8): T | undefined {
  return all.length === 0 ? undefined : random.pick(all.slice(-howMany))
}

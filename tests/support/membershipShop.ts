import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { LEVELS, program } from '@shared/rules/memberships/exampleMembership'
import { DEFAULT_MEMBERSHIPS, type MembershipSettings } from '@shared/rules/memberships/settings'
import type { Payment } from '@shared/rules/payments/payment'
import type { TierProgram } from '@shared/rules/tiers/program'
import { NO_GIFT } from '@shared/rules/wallet/plans'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { auditBooks } from './auditBooks'
import { must } from './couponShop'
import { openOrderShop, type OrderShop } from './orderShop'
import { writeBenefits, writeTopic } from './writeLevels'

const DAY = 86_400_000
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

type Standing = Extract<OutputOf<'memberships.read'>, { isOn: true }>
export type Bought = OutputOf<'memberships.buy'>
type Wish = InputOf<'memberships.buy'>

const TENTH_OFF: Benefit = {
  id: 'tenth',
  levelId: 'plus',
  for: 'paidOnly',
  name: { zh: '九折', en: 'A tenth off' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: {
    of: 'discount',
    rateBp: 9_000,
    requirement: { of: 'none' },
    stacking: { withAutomatic: false, withCodes: true },
  },
}

const PLANS = [
  { payFen: 1_000, bonusFen: 200 },
  { payFen: 1_000, bonusFen: 0 },
  { payFen: 5_000, bonusFen: 0 },
].map(({ payFen, bonusFen }) => ({
  id: `${payFen}-${bonusFen}`,
  name: { zh: '储值', en: 'Top-up' },
  isOn: true,
  from: null,
  to: null,
  payFen,
  gift: { ...NO_GIFT, bonusFen },
  isFirstOnly: false,
  mostPerMember: null,
}))

let number = 0

/** A shop that sells three levels, of which Plus takes a tenth off for who paid, and one member at a time. */
export class MembershipShop {
  /** Who buys. */
  mei = ''
  member = ''
  private version = 1

  private constructor(readonly shop: OrderShop) {}

  static async open(): Promise<MembershipShop> {
    return new MembershipShop(await openOrderShop())
  }

  /** Everything as it is sold, and somebody new. */
  async begins(): Promise<void> {
    this.shop.faults()
    await this.levels()
    await this.sold()
    await writeBenefits(this.shop, { version: 2, benefits: [TENTH_OFF] })
    await writeTopic(this.shop, 'wallet', { ...DEFAULT_WALLET, version: 1, plans: PLANS })
    this.shop.pass(KEPT_MS)
    await this.someoneNew()
  }

  /** Somebody who has just joined, with one of the top-ups that were paid in the shop. */
  async someoneNew(topUp?: '1000-200' | '1000-0' | '5000-0'): Promise<void> {
    this.mei = `oPaid${(number += 1)}`
    this.member = await this.shop.buyer(this.mei)
    if (!topUp) return
    const { member, shop } = this
    // The purse of a buyer is put in past the books; here they are audited.
    const { agreement } = must(await shop.merchant('manager', 'wallet.offer', { member }))
    const input = { member, choice: { of: 'plan', planId: topUp }, agreed: agreement.version } as const
    must(await shop.merchant('manager', 'wallet.recordTopUp', input))
  }

  /** What is sold, in versions that only grow. */
  async levels(change: Partial<TierProgram> = {}): Promise<void> {
    this.version += 1
    const value = { ...program(), levels: LEVELS, ...change, version: this.version }
    await writeTopic(this.shop, 'tiers', value)
  }

  /** Plus with something else about it. */
  plus(change: Partial<TierProgram['levels'][number]>): Promise<void> {
    return this.levels({
      levels: LEVELS.map((level) => (level.id === 'plus' ? { ...level, ...change } : level)),
    })
  }

  sold(change: Partial<MembershipSettings> = {}): Promise<void> {
    const value = { ...DEFAULT_MEMBERSHIPS, version: 1, byWeChatPay: true, ...change }
    return writeTopic(this.shop, 'memberships', value)
  }

  async standing(): Promise<Standing> {
    const read = must(await this.shop.shopper(this.mei, 'memberships.read', {}))
    if (!read.isOn) throw new Error('the levels are off')
    return read
  }

  async plan(levelId: string): Promise<Standing['plans'][number]> {
    const plan = (await this.standing()).plans.find(({ level }) => level.id === levelId)
    if (!plan) throw new Error(`no plan of ${levelId}`)
    return plan
  }

  /** What an app sends when its member taps, for what is offered now. */
  async wish(levelId: string, usesBalance = false): Promise<Wish> {
    const { priceFen, validDays, offer } = await this.plan(levelId)
    if (!offer) throw new Error(`${levelId} is not offered`)
    const balanceFen = usesBalance ? offer.balanceFen : 0
    return { levelId, usesBalance, seen: { priceFen, validDays, until: offer.until, balanceFen } }
  }

  /** Sends it under a request of a given number. */
  send(input: Wish, requestId: string): Promise<unknown> {
    const event = { action: 'memberships.buy', input, requestId }
    return this.shop.raw('shopper', event, { openid: this.mei, source: 'wx_client' })
  }

  async begin(levelId: string, usesBalance = false): Promise<Bought> {
    return must(await this.shop.shopper(this.mei, 'memberships.buy', await this.wish(levelId, usesBalance)))
  }

  async buy(levelId: string, usesBalance = false): Promise<string> {
    const { purchase } = await this.begin(levelId, usesBalance)
    const isOpen = purchase.state === 'unpaid'
    if (isOpen && !(await this.shop.decide(purchase.purchaseId, 'success')))
      throw new Error('there was nothing to pay')
    return purchase.purchaseId
  }

  async check(purchaseId: string): Promise<Bought['purchase']> {
    return must(await this.shop.shopper(this.mei, 'memberships.checkPayment', { purchaseId })).purchase
  }

  account(): Promise<Account> {
    return this.shop.account(this.member)
  }

  async payment(id: string): Promise<Payment> {
    const payment = await getById<Payment>(this.shop.cloud, 'payments', id)
    if (!payment) throw new Error(`no payment ${id}`)
    return payment
  }

  days(n: number): void {
    this.shop.pass(n * DAY)
  }

  /** What the auditor finds in all books. */
  async differences(): Promise<unknown> {
    return (await auditBooks((name, input) => this.shop.merchant('owner', name, input))).differences
  }
}

import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import { toppedUp } from '@shared/rules/wallet/exampleWallet'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from './couponShop'
import { fakeDate } from './fakeDate'
import { openShop, type Answered, type Shop } from './shop'

type Bill = InputOf<'counter.quote'>
export type BillLine = Bill['lines'][number]

/** Lines typed in, one piece each. */
export const typed = (...amounts: number[]): BillLine[] =>
  amounts.map((amountFen) => ({ of: 'amount', amountFen, quantity: 1, category: null }))

export const NO_CHOICES: Bill['choices'] = { coupons: [], points: 0, balance: { of: 'all' } }

/** A shop with two tills. */
export interface Counter {
  readonly shop: Shop
  /** Of the clerk, and of their colleague. */
  readonly till: Till
  readonly other: Till
}

/** Opens it on a date that stands still. */
export async function openCounter(instant: string): Promise<Counter> {
  fakeDate(instant)
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  const shop = await openShop()
  await shop.staff('owner', 'owner')
  await shop.staff('clerk', 'clerk')
  await shop.staff('colleague', 'clerk')
  return { shop, till: new Till(shop, 'clerk'), other: new Till(shop, 'colleague') }
}

/** A till of a shop: who stands at it, and what they do there. */
export class Till {
  constructor(
    private readonly shop: Shop,
    private readonly clerk: string,
  ) {}

  /** The member holds up their phone, and it is scanned. */
  async visitOf(openid: string): Promise<string> {
    return (await this.scan(openid)).visit
  }

  async scan(openid: string): Promise<OutputOf<'counter.scan'>> {
    const { code } = must(await this.shop.shopper(openid, 'memberCode.show', {}))
    return must(await this.shop.merchant(this.clerk, 'counter.scan', { code }))
  }

  quote(bill: Bill) {
    return this.shop.merchant(this.clerk, 'counter.quote', bill)
  }

  /** Quotes, and charges what was quoted. */
  async charge(bill: Bill, requestId?: string): Promise<Answered<OutputOf<'counter.charge'>>> {
    const { seen } = must(await this.quote(bill))
    return this.chargeSeen({ ...bill, seen }, requestId)
  }

  chargeSeen(input: InputOf<'counter.charge'>, requestId?: string) {
    const event = { action: 'counter.charge', input, requestId }
    const context = { openid: this.clerk, source: 'wx_client' }
    return this.shop.raw('merchant', event, context) as Promise<Answered<OutputOf<'counter.charge'>>>
  }
}

export async function accountAt(shop: Shop, openid: string): Promise<Account> {
  const account = await getById<Account>(shop.cloud, 'members', shop.memberId(openid))
  if (!account) throw new Error(`${openid} is no member`)
  return account
}

/** Puts money into a member's wallet beside the books: enough where only spending it is looked at. */
export async function fillWallet(
  shop: Shop,
  openid: string,
  principalFen: number,
  bonusFen: number,
): Promise<void> {
  const { balances, version } = await accountAt(shop, openid)
  const wallet = toppedUp({ id: 'first', paidFen: principalFen, bonusFen })
  await shop.cloud.db
    .collection('members')
    .doc(shop.memberId(openid))
    .update({
      wallet: shop.cloud.db.command.set(wallet),
      balances: { ...balances, principal: principalFen, bonus: bonusFen },
      version: version + 1,
    })
}

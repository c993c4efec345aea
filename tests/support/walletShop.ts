import { setTimeout as pause } from 'node:timers/promises'
import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Refund } from '@shared/rules/payments/refund'
import { NO_GIFT, type TopUpPlan } from '@shared/rules/wallet/plans'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { auditBooks } from './auditBooks'
import { must } from './couponShop'
import { fakeDate } from './fakeDate'
import { openPayShop, type PayShop } from './payShop'

type Save = Extract<InputOf<'settings.save'>, { topic: 'wallet' }>
type WalletValue = Save['value']
type Choice = InputOf<'wallet.topUp'>['choice']
type PlanValue = WalletValue['plans'][number]

/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000
const LONGEST_WAIT_MS = 20_000
const LOOK_EVERY_MS = 20

const { version: _version, ...DEFAULTS } = DEFAULT_WALLET as { version: number } & WalletValue

/** Pay 1,000 get 200. */
export const THOUSAND: PlanValue = {
  id: 'thousand',
  name: { zh: '充 1000 送 200', en: 'Pay 1,000 get 200' },
  isOn: true,
  from: null,
  to: null,
  payFen: 100_000,
  gift: { ...NO_GIFT, bonusFen: 20_000, coupons: [] },
  isFirstOnly: false,
  mostPerMember: null,
} satisfies TopUpPlan & PlanValue

/** A shop that sells stored value by WeChat Pay, on a date that stands still, with its owner and members. */
export interface WalletShop extends PayShop {
  /** Saves the rules of stored value as the owner; what is not given stays as it is. */
  rules(value: Partial<WalletValue>): Promise<void>
  begin(openid: string, choice?: Choice, requestId?: string): Promise<OutputOf<'wallet.topUp'>>
  /** Begins a top-up and pays it; answers its number. */
  topUp(openid: string, choice?: Choice): Promise<string>
  account(openid: string): Promise<Account>
  /** Waits for what WeChat says of a refund: its notice comes by itself. */
  refundSaid(outRefundNo: string, state: Refund['state']): Promise<Refund>
  /** What the auditor finds in all books. */
  differences(): Promise<unknown>
}

export async function openWalletShop(at = '2026-06-18T04:00:00Z'): Promise<WalletShop> {
  fakeDate(at)
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  const shop = await openPayShop()
  await shop.staff('owner', 'owner')
  let version = 0
  let value = DEFAULTS
  const opened: WalletShop = {
    ...shop,
    async rules(changes) {
      value = { ...value, ...changes }
      const save = { topic: 'wallet', expectedVersion: version, value } as const
      version = must(await shop.merchant('owner', 'settings.save', save)).version
      jest.setSystemTime(Date.now() + KEPT_MS)
    },
    async begin(openid, choice = { of: 'plan', planId: 'thousand' }, requestId) {
      const { agreement } = must(await shop.shopper(openid, 'wallet.read', {}))
      const event = { action: 'wallet.topUp', input: { choice, agreed: agreement.version }, requestId }
      return must((await shop.raw('shopper', event, { openid, source: 'wx_client' })) as never)
    },
    async topUp(openid, choice) {
      const { topUpId } = await opened.begin(openid, choice)
      if (!(await shop.decide(topUpId, 'success'))) throw new Error('there was nothing to pay')
      return topUpId
    },
    async account(openid) {
      const account = await getById<Account>(shop.cloud, 'members', shop.memberId(openid))
      if (!account) throw new Error(`no account of ${openid}`)
      return account
    },
    async refundSaid(outRefundNo, state) {
      for (const deadline = performance.now() + LONGEST_WAIT_MS; ; await pause(LOOK_EVERY_MS)) {
        const refund = await getById<Refund>(shop.cloud, 'refunds', outRefundNo)
        if (refund?.state === state) return refund
        if (performance.now() > deadline) throw new Error(`refund ${outRefundNo} is ${refund?.state}`)
      }
    },
    async differences() {
      const { differences } = await auditBooks((name, input) => shop.merchant('owner', name, input))
      return differences
    },
  }
  return opened
}

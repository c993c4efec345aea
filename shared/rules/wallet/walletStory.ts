import { startOfDay } from '@shared/kernel/businessDay'
import { sumOf } from '@shared/kernel/sumOf'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import type { Entry, EntryKind } from '../account/entry'
import { auditAccount, type Difference } from '../account/audit'
import { settle } from '../account/settle'
import { join } from '../member/join'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import type { AgreedTerms } from './agreed'
import { bookRefund, returnRefund } from './bookRefund'
import { bookTopUp } from './bookTopUp'
import { agreedTo } from './exampleWallet'
import { NO_GIFT, type Gift } from './plans'
import { refundByShop, type WalletRefund } from './refund'
import type { YearEndRule } from './settings'
import { walletOf } from './wallet'

const noon = (day: Day): number => startOfDay(day) + 12 * 3_600_000

export const withYearEnd = (yearEnd: YearEndRule, version = 1): Settings => ({
  ...DEFAULT_SETTINGS,
  wallet: { ...DEFAULT_SETTINGS.wallet, version, yearEnd },
})

/** What a member of a test does with stored value, day by day, on a whole account. */
export class WalletStory {
  account: Account

  constructor(
    public settings: Settings = DEFAULT_SETTINGS,
    since: Day = '2026-01-01',
  ) {
    const account = join(null, 'm1', since, noon(since), '1', settings)
    if (!account) throw new Error('did not join')
    this.account = account
  }

  until(day: Day): this {
    this.account = settle(this.account, day, this.settings, noon(day))
    return this
  }

  topUp(
    day: Day,
    id: string,
    payFen: number,
    gift: Partial<Gift> = {},
    more: Partial<AgreedTerms> = {},
  ): this {
    this.until(day)
    const terms = {
      ...agreedTo({ planId: null, payFen, gift: { ...NO_GIFT, ...gift }, version: 1 }),
      ...more,
    }
    const occasion = { today: day, at: noon(day), by: 'member' } as const
    this.account = bookTopUp(this.account, { id, terms, paidBy: 'wechat' }, this.settings, occasion)
    return this.until(day)
  }

  /** The shop grants a refund; answers what went back. */
  refund(day: Day, refundId: string, principalFen: number): WalletRefund {
    this.until(day)
    const refund = refundByShop(walletOf(this.account), principalFen, day)
    if (!refund.ok) throw new Error(refund.error.code)
    const ground = { by: 'shop', reason: 'Moved away' } as const
    const occasion = { today: day, at: noon(day), by: 'staff:m0' } as const
    const asked = { refundId, refund: refund.value, ground }
    this.account = bookRefund(this.account, asked, this.settings, occasion)
    return refund.value
  }

  /** What could not be paid out of a refund comes back. */
  returned(day: Day, refundId: string, { parts }: WalletRefund): this {
    const occasion = { today: day, at: noon(day), by: 'system' } as const
    for (const part of parts)
      this.account = returnRefund(this.account, refundId, part, this.settings, occasion)
    return this
  }

  /** What the auditor finds, WeChat having been paid and having paid out what the entries say. */
  faults(account: Account = this.account): Difference[] {
    const weChatFen = -sumOf(
      account.tail.flatMap(({ legs }) => legs).filter((leg) => leg.account === 'store.cash.wechat'),
      ({ amount }) => amount,
    )
    return auditAccount(account, account.tail, { count: 0, fen: 0, weChatFen })
  }

  /** The newest entry of a kind. */
  entry(kind: EntryKind): Entry {
    const entry = this.account.tail.findLast((each) => each.kind === kind)
    if (!entry) throw new Error(`there is no ${kind}`)
    return entry
  }
}

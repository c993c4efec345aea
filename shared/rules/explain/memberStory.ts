import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Locale } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { Entry, EntryKind } from '../account/entry'
import { settle } from '../account/settle'
import { checkIn } from '../checkin/checkIn'
import { join } from '../member/join'
import type { SaleDocument, SaleLine } from '../orders/order'
import { recordSale } from '../orders/recordSale'
import { refundSale } from '../orders/refundSale'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import type { ExplainLine } from './explanation'

const at = (day: Day): number => startOfDay(day) + 12 * 3_600_000
const on = (today: Day) => ({ today, at: at(today), by: 'staff:m0' }) as const

export type SettingsPatch = { readonly [T in keyof Settings]?: Partial<Settings[T]> }

/** The defaults with some things otherwise. */
export function settingsWith(patch: SettingsPatch): Settings {
  const topics = Object.entries(patch).map(([topic, value]) => [
    topic,
    { ...DEFAULT_SETTINGS[topic as keyof Settings], ...value },
  ])
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(topics) as Partial<Settings>) }
}

/** What a member of a test does, day by day, through the rules themselves. */
export class MemberStory {
  account: Account
  readonly orders = new Map<string, SaleDocument>()

  constructor(
    public settings: Settings = DEFAULT_SETTINGS,
    since: Day = '2026-01-01',
  ) {
    const account = join(null, 'm1', since, at(since), '1', settings)
    if (!account) throw new Error('did not join')
    this.account = account
  }

  under(patch: SettingsPatch): this {
    this.settings = settingsWith(patch)
    return this
  }

  until(day: Day): this {
    this.account = settle(this.account, day, this.settings, at(day))
    return this
  }

  checkIn(day: Day): this {
    this.until(day)
    this.account = checkIn(this.account, day, at(day), this.settings) ?? this.account
    return this
  }

  /** Sells lines, each its fen or its fen and category, for which so many points are used. */
  buy(day: Day, id: string, lines: readonly (number | [number, string])[], points = 0, freightFen = 0): this {
    this.until(day)
    const sold = recordSale(
      this.account,
      { orderId: id, externalId: id, lines: lines.map(asLine), freightFen, points },
      this.settings,
      on(day),
    )
    if (!sold.ok) throw new Error(sold.error.code)
    this.account = sold.value.account
    this.orders.set(id, sold.value.order)
    return this
  }

  refund(day: Day, id: string, amountFen: number, freightFen = 0): this {
    this.until(day)
    const order = this.order(id)
    const refund = { refundId: `r${order.refunds.length + 1}`, amountFen, freightFen }
    const refunded = refundSale(this.account, order, refund, this.settings, on(day))
    if (!refunded.ok) throw new Error(refunded.error.code)
    this.account = refunded.value.account
    this.orders.set(id, refunded.value.order)
    return this
  }

  order(id: string): SaleDocument {
    const order = this.orders.get(id)
    if (!order) throw new Error(`there is no order ${id}`)
    return order
  }

  /** The newest entry of a kind. */
  entry(kind: EntryKind): Entry {
    const entry = this.account.tail.findLast((each) => each.kind === kind)
    if (!entry) throw new Error(`there is no ${kind}`)
    return entry
  }
}

function asLine(line: number | [number, string]): SaleLine {
  const [amountFen, category] = typeof line === 'number' ? [line, null] : line
  return { category, product: null, quantity: 1, amountFen }
}

const SIGNS = { part: '+', sum: '=', fact: '·', note: '' } as const

/** Lines as one would write them down: "+ 300 Goods", "= 300 In all", and sentences as they are. */
export function written(lines: readonly ExplainLine[], locale: Locale = 'en'): string[] {
  return lines.map(({ label, amount, role }) =>
    amount === null ? label[locale] : `${SIGNS[role]} ${amount} ${label[locale]}`,
  )
}

import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { findInTail } from '@shared/rules/account/tail'
import { DEBT_REFUNDS_SHOWN, explainDebt } from '@shared/rules/explain/explainDebt'
import { explainEntry } from '@shared/rules/explain/explainEntry'
import { explainGrowth } from '@shared/rules/explain/explainGrowth'
import { explainOrder } from '@shared/rules/explain/explainOrder'
import { explainPending, explainPoints } from '@shared/rules/explain/explainPoints'
import { explainTier } from '@shared/rules/explain/explainTier'
import { explainWallet } from '@shared/rules/explain/explainWallet'
import type { Explanation } from '@shared/rules/explain/explanation'
import type { OrderDocument } from '@shared/rules/orders/order'
import { explainShopOrder } from '@shared/rules/shopOrders/explainShopOrder'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { Settings } from '@shared/rules/settings/settings'
import { standingOf } from '@shared/rules/tiers/standingOf'
import type { Cloud } from '../../database/cloud'
import { getById } from '../../database/documentAccess'
import { readDebtRefunds, readEntry } from '../../database/journal'
import { readAccount } from '../../database/members'
import { readShopOrder } from '../../database/shopOrders'
import type { Call } from '../../runtime/call'

type Subject = InputOf<'explain.read'>['subject']
type Outcome = Result<Explanation, Refusal<'ENTRY_NOT_FOUND' | 'ORDER_NOT_FOUND'>>

/** What a subject needs beside the account; nothing for most. */
interface Beside {
  readonly entry?: Entry | null
  readonly order?: OrderDocument | null
  /** An order of the shop's own pages that nobody paid: there is no sale. */
  readonly unpaid?: ShopOrder | null
  readonly debtRefunds?: readonly Entry[]
}

/**
 * Explains a number of a member: the account and what the subject needs beside it are read side by side. Null for a
 * member that is not there; what is another member's is not found.
 */
export async function explain(
  { cloud, today, settings: readSettings }: Pick<Call, 'cloud' | 'today' | 'settings'>,
  memberId: string,
  subject: Subject,
): Promise<{ readonly account: Account; readonly outcome: Outcome } | null> {
  const [account, beside, settings] = await Promise.all([
    readAccount(cloud, memberId),
    readBeside(cloud, memberId, subject),
    readSettings(),
  ])
  if (!account) return null
  return { account, outcome: await explainOf({ cloud, account, beside, settings, today }, subject) }
}

async function readBeside(cloud: Cloud, memberId: string, subject: Subject): Promise<Beside> {
  switch (subject.kind) {
    case 'entry':
      return { entry: await readEntry(cloud, subject.id) }
    case 'order':
      return readOrder(cloud, subject.id)
    case 'debtBalance':
      return { debtRefunds: await readDebtRefunds(cloud, memberId, DEBT_REFUNDS_SHOWN) }
    default:
      return {}
  }
}

async function readOrder(cloud: Cloud, id: string): Promise<Beside> {
  const order = await getById<OrderDocument>(cloud, 'orders', id)
  return order ? { order } : { unpaid: await readShopOrder(cloud, id) }
}

interface Known {
  readonly cloud: Cloud
  readonly account: Account
  readonly beside: Beside
  readonly settings: Settings
  readonly today: Day
}

async function explainOf(known: Known, subject: Subject): Promise<Outcome> {
  const { account, beside, settings, today } = known
  switch (subject.kind) {
    case 'entry':
      return explainEntryOf(known, subject.id)
    case 'order': {
      const { order, unpaid } = beside
      if (unpaid?.member === account._id) return ok(explainShopOrder(unpaid))
      if (order?.member !== account._id)
        return refuse({ code: 'ORDER_NOT_FOUND', data: { orderId: subject.id } })
      return ok(explainOrder(order))
    }
    case 'pointsBalance':
      return ok(explainPoints(account, settings))
    case 'pendingBalance':
      return ok(explainPending(account, settings))
    case 'debtBalance':
      return ok(explainDebt(account, beside.debtRefunds ?? []))
    case 'growthBalance':
      return ok(explainGrowth(account, today, settings))
    case 'walletBalance':
      return ok(explainWallet(account, settings))
    case 'tier':
      return ok(explainTier(standingOf(account, settings), settings.tiers, today))
  }
}

async function explainEntryOf({ cloud, account, beside, settings }: Known, id: string): Promise<Outcome> {
  const waiting = findInTail(account, id)
  // Read again when it was on its way from the tail to the journal.
  const entry = waiting ?? beside.entry ?? (await readEntry(cloud, id))
  if (entry?.member !== account._id) return refuse({ code: 'ENTRY_NOT_FOUND' })
  return ok(explainEntry(entry, settings.tiers))
}

import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { settle } from '../account/settle'
import { earningFacts } from '../earning/facts'
import { openFromImport } from '../member/join'
import { bookSale } from '../orders/bookSale'
import type { SaleDocument } from '../orders/order'
import type { Occasion } from '../orders/recordSale'
import type { Settings } from '../settings/settings'
import type { ToldOrder } from './told'

const NO_POINTS = { points: 0, amountFen: 0, taken: [] } as const

/**
 * Books an order that was told, which is not in yet. It counts on the day on which it was placed: growth, spend,
 * validity, campaigns. What depends on the sequence in which orders are told does not: the level multiplies as it
 * stood when the first order of today was told, and the day's cap does not hold. The level is judged as of today.
 */
export function bookTold(
  known: Account | null,
  told: ToldOrder,
  settings: Settings,
  occasion: Occasion,
): { account: Account; order: SaleDocument } {
  const account = withFacts(known ?? opened(told, settings, occasion), occasion.today, settings)
  const lines = told.lines.map((line) => ({ ...line, deductedFen: 0, paidFen: line.amountFen }))
  const { orderId, externalId, freightFen, source, placedAt, placedDay } = told
  const { facts } = account.intakeFacts
  const booked = bookSale(
    account,
    { orderId, externalId, freightFen, lines, points: 0 },
    { source, placedAt, placedDay, facts, isCapped: false },
    NO_POINTS,
    settings,
    occasion,
  )
  // What was waited for may have come in, and what is old may have lapsed: a refund must find it so.
  return { ...booked, account: settle(booked.account, occasion.today, settings, occasion.at) }
}

/** A member who is told of for the first time is known from today: which of their orders comes first says nothing. */
function opened(
  { memberId, source, customer }: ToldOrder,
  settings: Settings,
  { today, at }: Occasion,
): Account {
  const importedAs = customer === null ? null : { source, customer }
  return openFromImport(memberId, importedAs, today, at, at, settings, 'system')
}

type WithFacts = Account & Required<Pick<Account, 'intakeFacts'>>

function withFacts(account: Account, today: Day, settings: Settings): WithFacts {
  const { intakeFacts } = account
  if (intakeFacts?.day === today) return { ...account, intakeFacts }
  return { ...account, intakeFacts: { day: today, facts: earningFacts(account, settings) } }
}

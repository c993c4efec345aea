import type { OutputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { earnOrder } from '@shared/rules/earning/earnOrder'
import { earningFacts } from '@shared/rules/earning/facts'
import { earnPoints } from '@shared/rules/points/earn'
import { changeWords } from '@shared/rules/quote/changeWords'
import type { Choices } from '@shared/rules/quote/quote'
import type { Quote } from '@shared/rules/quote/quoted'
import { sameQuote, seenOf, type SeenQuote } from '@shared/rules/quote/sameQuote'
import type { Settings } from '@shared/rules/settings/settings'
import { couponChoices } from '@shared/rules/shopOrders/couponChoices'
import { quoteFace } from '@shared/rules/shopOrders/face'
import { orderQuote } from '@shared/rules/shopOrders/orderQuote'
import { missingForFreeFreightFen } from '@shared/rules/shopOrders/settings'
import { freeFunds, walletOf } from '@shared/rules/wallet/wallet'
import { readShelf } from '../../database/coupons'
import { readFree } from '../../database/stock'
import type { UseCase } from '../../runtime/call'
import { basketLines, readBasket, withWaiting } from './basket'
import { quoteRefusal } from './refusals'

/** Coupons that a member has beside those: the ones that lapse first are shown. */
const COUPONS_SHOWN = 100

type Answer = OutputOf<'shopOrders.quote'>

export const quote: UseCase<'shopOrders.quote'> = async (call, { lines: wanted, choices, seen }) => {
  const { cloud, at, today, memberId } = call
  const settings = await call.settings()
  const [basket, free, shelf] = await Promise.all([
    readBasket(call, wanted, choices.coupons, settings),
    readFree(
      cloud,
      wanted.map(({ sku }) => sku),
    ),
    readShelf(cloud, memberId, 'usable', today, undefined, COUPONS_SHOWN),
  ])
  if (!basket) return refuse({ code: 'NOT_A_MEMBER' })
  const lines = basketLines(basket, wanted, free, settings, at)
  if (!lines.ok) return lines
  const cart = lines.value.map(({ line }) => line)
  const coupons = withWaiting(basket.read, [...shelf, ...basket.coupons])
  const ask = (some: Choices) => orderQuote(basket.account, cart, coupons, some, settings, today)
  const made = ask(choices)
  if (!made.ok) return refuse(quoteRefusal(made.error))
  return ok({
    today,
    quote: quoteFace(
      made.value,
      lines.value.map(({ goods }) => goods),
    ),
    ...seenFace(made.value, seen),
    isPaidAtOnce: made.value.isPaidAtOnce,
    coupons: couponChoices(coupons, choices, ask, settings.tiers, today),
    points: pointsFace(basket.account, made.value, settings),
    balance: freeFunds(walletOf(basket.account)),
    missingForFreeFreightFen: missingForFreeFreightFen(cart, settings.shop),
    earns: earns(basket.account, made.value, settings, today),
  })
}

/** What goes to the app to come back with the order, and what of it is not as it was. */
function seenFace(made: Quote, before: SeenQuote | undefined): Pick<Answer, 'seen' | 'changes'> {
  const seen = seenOf(made)
  const same = before ? sameQuote(before, seen) : ok(null)
  return { seen, changes: same.ok ? [] : same.error.changes.map((change) => changeWords(change)) }
}

function pointsFace(account: Account, { points }: Quote, settings: Settings): Answer['points'] {
  const { step, minimum, pointsPerYuan } = settings.points.toCash
  return { have: account.balances.points, most: points.most, step, minimum, pointsPerYuan }
}

/** What it would earn if it were paid now. */
function earns(account: Account, made: Quote, settings: Settings, today: string): Answer['earns'] {
  const { earning, campaigns } = settings
  const due = earnOrder(made.lines, earningFacts(account, settings), today, earning, campaigns)
  return { points: earnPoints(account, 'order', due.points, today, settings).points, growth: due.growth }
}

import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { balanceStep, type BalanceChoice } from '../quote/balanceStep'
import type { PrepaidRules } from '../wallet/settings'
import type { ShortRefusal } from '../wallet/spend'
import { freeFunds, type Funds, type Wallet } from '../wallet/wallet'
import { isWithinBearer } from './impossible'
import type { CardAmount, GiftCardSettings } from './settings'

export interface CardChoice {
  readonly designId: string
  readonly amountFen: Fen
  readonly count: number
}

/** What a buyer agreed to: so many cards of one kind, each holding this, whatever the settings say by then. */
export interface CardTerms extends Funds {
  readonly designId: string
  readonly count: number
  /** Of all cards together. */
  readonly priceFen: Fen
  /** The version of the settings of gift cards. */
  readonly version: number
}

export type OfferRefusal =
  | { readonly code: 'GIFT_CARDS_OFF' | 'GIFT_CARD_DESIGN_UNKNOWN' }
  | {
      readonly code: 'GIFT_CARD_AMOUNT_UNKNOWN'
      /** What can be chosen: fixed amounts, and a range (null for none). */
      readonly amountsFen: readonly Fen[]
      readonly range: { readonly leastFen: Fen; readonly mostFen: Fen } | null
    }
  | { readonly code: 'GIFT_CARD_COUNT'; readonly most: number }
  | { readonly code: 'GIFT_CARD_ABOVE_BEARER'; readonly mostFen: Fen }

/** What cards would cost and hold, or why they can't be had: asked before anything is paid. */
export function termsOf(
  { designId, amountFen, count }: CardChoice,
  settings: GiftCardSettings,
  prepaid: PrepaidRules,
): Result<CardTerms, OfferRefusal> {
  const { isOn, designs, amounts, anyAmount, mostAtOnce, version } = settings
  if (!isOn) return refuse({ code: 'GIFT_CARDS_OFF' })
  if (!designs.some((design) => design.id === designId && design.isOn))
    return refuse({ code: 'GIFT_CARD_DESIGN_UNKNOWN' })
  if (!Number.isSafeInteger(count) || count < 1 || count > mostAtOnce)
    return refuse({ code: 'GIFT_CARD_COUNT', most: mostAtOnce })
  const amount = amountOf(amountFen, settings)
  if (!amount) {
    const amountsFen = amounts.map((each) => each.amountFen)
    return refuse({ code: 'GIFT_CARD_AMOUNT_UNKNOWN', amountsFen, range: anyAmount })
  }
  if (!isWithinBearer(amount, prepaid))
    return refuse({ code: 'GIFT_CARD_ABOVE_BEARER', mostFen: prepaid.mostBearerFen })
  const { bonusFen } = amount
  return ok({ designId, principalFen: amountFen, bonusFen, count, priceFen: amountFen * count, version })
}

/** An amount that is sold as a fixed one has its bonus, in the range or not. */
function amountOf(amountFen: Fen, { amounts, anyAmount }: GiftCardSettings): CardAmount | null {
  const fixed = amounts.find((each) => each.amountFen === amountFen)
  if (fixed) return fixed
  const isInRange = anyAmount && anyAmount.leastFen <= amountFen && amountFen <= anyAmount.mostFen
  return isInRange && Number.isSafeInteger(amountFen) ? { amountFen, bonusFen: 0 } : null
}

export type PayRefusal = ShortRefusal | { readonly code: 'GIFT_CARD_BALANCE_NOT_TAKEN' }

/**
 * What pays for cards: principal as far as the buyer chose and the shop takes it, the rest by WeChat Pay. Bonus never does:
 * a card would make money that can be paid out of money that was given.
 */
export function payingFor(
  { priceFen }: Pick<CardTerms, 'priceFen'>,
  choice: BalanceChoice,
  wallet: Wallet,
  { takesBalance }: Pick<GiftCardSettings, 'takesBalance'>,
): Result<{ readonly balanceFen: Fen; readonly wechatFen: Fen }, PayRefusal> {
  if (choice.of !== 'none' && !takesBalance) return refuse({ code: 'GIFT_CARD_BALANCE_NOT_TAKEN' })
  const free = { principalFen: freeFunds(wallet).principalFen, bonusFen: 0 }
  const spent = balanceStep(free, choice, priceFen, 'principalFirst')
  if (!spent.ok) return spent
  const balanceFen = spent.value.principalFen
  return ok({ balanceFen, wechatFen: priceFen - balanceFen })
}

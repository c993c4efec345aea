import type { Words } from '@shared/kernel/words'
import { ANY_CALL_ERRORS } from './errorWords/anyCallErrors'
import { COUNTER_ERRORS } from './errorWords/counterErrors'
import { COUPON_ERRORS } from './errorWords/couponErrors'
import { GIFT_CARD_ERRORS } from './errorWords/giftCardErrors'
import { INTAKE_ERRORS } from './errorWords/intakeErrors'
import { LEVEL_ERRORS } from './errorWords/levelErrors'
import { MEMBER_ERRORS } from './errorWords/memberErrors'
import { MONEY_ERRORS } from './errorWords/moneyErrors'
import { MEMBERSHIP_ERRORS } from './errorWords/membershipErrors'
import { ORDER_ERRORS } from './errorWords/orderErrors'
import { PAYMENT_ERRORS } from './errorWords/paymentErrors'
import { SHOP_ERRORS } from './errorWords/shopErrors'
import { WALLET_ERRORS } from './errorWords/walletErrors'

/** Every refusal the product knows, with words for people that say what to do. `{name}` is filled from the error's data. */
export const ERRORS = {
  ...ANY_CALL_ERRORS,
  ...MEMBER_ERRORS,
  ...LEVEL_ERRORS,
  ...ORDER_ERRORS,
  ...MONEY_ERRORS,
  ...PAYMENT_ERRORS,
  ...COUPON_ERRORS,
  ...COUNTER_ERRORS,
  ...SHOP_ERRORS,
  ...INTAKE_ERRORS,
  ...WALLET_ERRORS,
  ...MEMBERSHIP_ERRORS,
  ...GIFT_CARD_ERRORS,
} as const satisfies Record<string, Words>

/** Values of a refusal's data that people know by another word. */
export const TERMS: Readonly<Record<string, Words>> = {
  clerk: { zh: '店员', en: 'clerk' },
  manager: { zh: '店长', en: 'manager' },
  owner: { zh: '店主', en: 'owner' },
}

export type ErrorCode = keyof typeof ERRORS

/** Refusals that any call can answer with. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'UNKNOWN_ACTION',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED_HERE',
  'NOT_A_MEMBER',
  'FORBIDDEN',
  'BUSY',
  'INTERNAL',
] as const satisfies readonly ErrorCode[]

/** Something about the levels or their benefits that cannot be saved, where it is (neither: it concerns them all), and why. */
export interface ImpossibleSetting {
  readonly code: string
  readonly levelId: string | null
  readonly benefitId: string | null
  readonly reason: Words
}

type RefusalData = Readonly<Record<string, string | number | Words | readonly ImpossibleSetting[]>>

/** What a use case refuses with: a code of its contract and what the words and the page need. */
export interface Refusal<Code extends ErrorCode = ErrorCode> {
  readonly code: Code
  readonly data?: RefusalData
}

/** What the caller receives. */
export interface CallError {
  readonly code: ErrorCode
  readonly message: string
  readonly data?: RefusalData
}

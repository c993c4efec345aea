import type { Refusal } from '@shared/contracts/errors'
import type { ChargeRefusal, Ended } from '@shared/rules/counter/charge'
import { STANDING_WORDS } from '@shared/rules/counter/words'
import { AT_THE_TILL } from '@shared/rules/quote/paidLines'
import { quoteRefusal } from '../shopOrders/refusals'

/** Why a bill cannot be quoted or charged, for people: what is no stored value is paid at the till. */
export const chargeRefusal = <R extends ChargeRefusal>(refusal: R): Refusal<R['code']> =>
  quoteRefusal(refusal, AT_THE_TILL)

/** That a purchase waits no more, with what became of it. */
export const overRefusal = ({ code, standing }: Ended): Refusal<'COUNTER_SALE_OVER'> => ({
  code,
  data: { standing: STANDING_WORDS[standing] },
})

import { oneBalance } from './oneBalance'
import { oneCoupon } from './oneCoupon'
import { paidTwenty } from './paidTwenty'
import { payAgainstCancel } from './payAgainstCancel'
import type { Race } from './race'
import { refundTwice } from './refundTwice'
import { tenInStock } from './tenInStock'

/** All of them, in the order of the table. */
export const RACES: readonly Race[] = [
  oneBalance,
  paidTwenty,
  oneCoupon,
  tenInStock,
  payAgainstCancel,
  refundTwice,
]

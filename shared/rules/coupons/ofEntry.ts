import type { Entry } from '../account/entry'
import { couponsOf as grantedBy } from '../benefits/coupons'
import { walletCouponsOf } from '../wallet/couponsOfEntry'
import type { Coupon } from './coupon'

/** The coupons that an entry left: of a benefit, with a top-up, or of bonus. The same entry makes the same ones. */
export const couponsOf = (entry: Entry): readonly Coupon[] => [...grantedBy(entry), ...walletCouponsOf(entry)]

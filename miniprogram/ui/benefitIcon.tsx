import { View } from '@tarojs/components'
import type { Perk } from '@shared/rules/benefits/benefit'
import './benefitIcon.scss'

/** The signs that a benefit can carry. */
export const BENEFIT_ICONS = [
  'gift',
  'points',
  'discount',
  'voucher',
  'shipping',
  'cake',
  'multiplier',
  'support',
  'returns',
  'early',
  'heart',
  'crown',
] as const

type BenefitSign = (typeof BENEFIT_ICONS)[number]

/** What a kind carries when nothing else was chosen. */
const OWN: { readonly [Of in Perk['of']]: BenefitSign } = {
  pointsOnUpgrade: 'points',
  discount: 'discount',
  voucher: 'voucher',
  freeShippingCoupon: 'shipping',
  freeShippingQuota: 'shipping',
  birthdayDiscount: 'cake',
  pointsMultiplier: 'multiplier',
  prioritySupport: 'support',
  extendedReturns: 'returns',
  earlyAccess: 'early',
  custom: 'gift',
}

interface BenefitIconProps {
  /** Null for the kind's own; one that this app does not know is the kind's own too. */
  readonly icon: string | null
  readonly kind: Perk['of']
}

/** A benefit's sign, in the colour of the text around it. */
export function BenefitIcon({ icon, kind }: BenefitIconProps) {
  const known = BENEFIT_ICONS.find((each) => each === icon)
  return <View className={`benefit-icon benefit-icon--${known ?? OWN[kind]}`} />
}

import { Text } from '@tarojs/components'
import { useCommand } from '@/api/useCommand'
import { useText, useWords } from '@/i18n/useText'
import type { Coupon } from './memberCoupons'
import { ReasonSheet } from './reasonSheet'

interface VoidCouponSheetProps {
  readonly member: string
  readonly coupon: Coupon
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** Why a coupon is made void: the member reads it. */
export function VoidCouponSheet({ member, coupon, onDone, onClose }: VoidCouponSheetProps) {
  const text = useText().coupons.shop.member
  const words = useWords()
  const { run, working, failure } = useCommand('merchant', 'coupons.void')
  const revoke = async (reason: string) => {
    if (await run({ member, id: coupon.id, reason })) await onDone()
  }
  return (
    <ReasonSheet
      id="void-coupon-sheet"
      open
      title={text.revokeTitle}
      hint={text.revokeHint}
      action={{ label: text.confirmRevoke, working, failure, run: revoke }}
      onClose={onClose}
    >
      <Text>{`${words(coupon.name)} ${words(coupon.worth)}`}</Text>
    </ReasonSheet>
  )
}

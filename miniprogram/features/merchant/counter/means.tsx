import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Quoted } from './bill'
import type { BillState } from './useBill'

interface MeansProps {
  readonly bill: BillState
  readonly quoted: Quoted
}

/** What the member can pay with beside cash: the balance, points, coupons. */
export function Means({ bill, quoted }: MeansProps) {
  const text = useText().counter.bill
  const { choices } = bill
  const { most, minimum } = quoted.points
  const canUsePoints = most > 0 && most >= minimum
  return (
    <View className="card counter-means">
      <SwitchRow
        id="use-balance"
        label={text.useBalance}
        value={choices.balance.of === 'all'}
        onChange={bill.setBalance}
      />
      {canUsePoints ? (
        <NumberField
          id="use-points"
          label={text.usePoints}
          unit={text.points}
          hint={text.pointsHint(formatCount(most))}
          value={choices.points}
          min={0}
          max={Math.max(most, choices.points)}
          onChange={bill.setPoints}
        />
      ) : (
        <View className="soft counter-means__none">{text.noPoints}</View>
      )}
      {quoted.coupons.map((choice) => (
        <CouponRow key={choice.id} choice={choice} onTap={() => bill.toggleCoupon(choice.id)} />
      ))}
    </View>
  )
}

type Choice = Quoted['coupons'][number]

function CouponRow({ choice, onTap }: { readonly choice: Choice; readonly onTap: () => void }) {
  const text = useText().counter.bill
  const words = useWords()
  const { id, coupon, isChosen, offFen } = choice
  const canUse = isChosen || (offFen !== null && offFen > 0)
  return (
    <Tap
      id={`coupon-${id}`}
      className={`counter-coupon ${canUse ? '' : 'counter-coupon--off'}`}
      onTap={canUse ? onTap : undefined}
    >
      <View className={`counter-coupon__box ${isChosen ? 'counter-coupon__box--on' : ''}`} />
      <View className="counter-coupon__said">
        <Text>
          {words(coupon.worth)} · {words(coupon.name)}
        </Text>
        <Text className="soft">
          {canUse && offFen !== null ? text.couponOff(formatMoney(offFen)) : text.couponNot}
        </Text>
      </View>
    </Tap>
  )
}

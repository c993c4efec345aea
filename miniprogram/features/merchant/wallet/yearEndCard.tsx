import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { NumberField } from '../form/numberField'
import type { ChangeWallet, WalletRules } from './index'

type YearEnd = WalletRules['yearEnd']
type Kind = YearEnd['of']

const KINDS: readonly Kind[] = ['extends', 'points', 'coupon']
/** What each way begins with. */
const FIRST: { readonly [K in Kind]: Extract<YearEnd, { of: K }> } = {
  extends: { of: 'extends' },
  points: { of: 'points', pointsPerYuan: 100, noticeDays: 30 },
  coupon: { of: 'coupon', rateBp: 10_000, validDays: 90, noticeDays: 30 },
}

interface YearEndCardProps {
  readonly value: WalletRules
  readonly change: ChangeWallet
}

/** What becomes of bonus at the end of a year. */
export function YearEndCard({ value, change }: YearEndCardProps) {
  const text = useText().wallet.shop
  const { yearEnd } = value
  return (
    <View id="year-end" className="card">
      <Text className="card-title">{text.yearEnd}</Text>
      <RadioRows
        id="year-end"
        values={KINDS}
        chosen={yearEnd.of}
        name={(kind) => text.yearEndOf[kind]}
        hint={(kind) => text.yearEndHint[kind]}
        onTap={(kind) => kind !== yearEnd.of && change({ yearEnd: FIRST[kind] })}
      />
      {yearEnd.of === 'points' && (
        <NumberField
          id="points-per-yuan"
          label={text.pointsPerYuan}
          unit={text.points}
          value={yearEnd.pointsPerYuan}
          min={1}
          max={100_000}
          onChange={(pointsPerYuan) => change({ yearEnd: { ...yearEnd, pointsPerYuan } })}
        />
      )}
      {yearEnd.of === 'coupon' && (
        <>
          <NumberField
            id="coupon-rate"
            label={text.couponRate}
            unit={text.percent}
            value={yearEnd.rateBp}
            min={1}
            max={100_000}
            digits={2}
            onChange={(rateBp) => change({ yearEnd: { ...yearEnd, rateBp } })}
          />
          <NumberField
            id="coupon-days"
            label={text.validDays}
            unit={text.days}
            value={yearEnd.validDays}
            min={1}
            max={3_660}
            onChange={(validDays) => change({ yearEnd: { ...yearEnd, validDays } })}
          />
        </>
      )}
      {yearEnd.of !== 'extends' && (
        <NumberField
          id="notice-days"
          label={text.notice}
          unit={text.days}
          value={yearEnd.noticeDays}
          min={1}
          max={180}
          onChange={(noticeDays) => change({ yearEnd: { ...yearEnd, noticeDays } })}
        />
      )}
      <View className="soft">{text.principalNote}</View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Change, Shop } from './index'

/** What free freight begins with. */
const FIRST_FREE_FROM_FEN = 9_900

/** What bringing an order costs, and from which amount on it costs nothing. */
export function FreightCard({ value, change }: { readonly value: Shop; readonly change: Change }) {
  const text = useText().shopRules
  const { freightFen, freeFromFen } = value
  return (
    <View className="card">
      <Text className="card-title">{text.freight}</Text>
      <NumberField
        id="freight"
        label={text.freightFee}
        unit={text.yuan}
        hint={text.freightHint}
        value={freightFen}
        min={0}
        max={1_000_000}
        digits={2}
        onChange={(fen) => change({ freightFen: fen })}
      />
      <SwitchRow
        id="is-free-from"
        label={text.isFreeFrom}
        hint={text.isFreeFromHint}
        value={freeFromFen !== null}
        onChange={(on) => change({ freeFromFen: on ? FIRST_FREE_FROM_FEN : null })}
      />
      {freeFromFen !== null && (
        <NumberField
          id="free-from"
          label={text.freeFrom}
          unit={text.yuan}
          value={freeFromFen}
          min={1}
          max={100_000_000}
          digits={2}
          onChange={(fen) => change({ freeFromFen: fen })}
        />
      )}
    </View>
  )
}

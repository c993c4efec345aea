import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Change, Earning } from './index'

/** What a cap begins with. */
const FIRST_CAP_BP = 50_000

/** How multipliers combine that hold together, and the most they may come to. */
export function Together({ value, change }: { readonly value: Earning; readonly change: Change }) {
  const text = useText().rules
  const { stacking, capBp } = value
  const isProduct = stacking === 'product'
  return (
    <View className="card">
      <Text className="card-title">{text.earning.together}</Text>
      <RadioRows
        id="stacking"
        values={['best', 'sumOfExtras', 'product'] as const}
        chosen={stacking}
        name={(way) => text.stacking[way]}
        hint={(way) => text.stacking[`${way}Hint`]}
        // A product of many has no bounds of its own.
        onTap={(way) => change({ stacking: way, capBp: way === 'product' ? (capBp ?? FIRST_CAP_BP) : capBp })}
      />
      {!isProduct && (
        <SwitchRow
          id="cap-switch"
          label={text.earning.cap}
          value={capBp !== null}
          onChange={(on) => change({ capBp: on ? FIRST_CAP_BP : null })}
        />
      )}
      {capBp !== null && (
        <NumberField
          id="cap"
          label={text.earning.capLabel}
          unit={text.field.times}
          value={capBp}
          min={10_000}
          max={1_000_000}
          digits={4}
          onChange={(cap) => change({ capBp: cap })}
        />
      )}
    </View>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BottomSheet } from '@/ui/bottomSheet'
import { BusyButton } from '@/ui/busyButton'
import { Chips } from '@/ui/chips'
import { InputRow } from '@/ui/inputRow'
import { pointsWithin, type Quoted } from './choices'
import type { QuoteInHand } from './useQuote'

interface PointsSheetProps {
  readonly quote: QuoteInHand
  readonly quoted: Quoted
  readonly onClose: () => void
}

const LONGEST = 10

/** How many points to use: what there is, what this order takes, and in which steps. */
export function PointsSheet({ quote, quoted: { points }, onClose }: PointsSheetProps) {
  const text = useText().checkout.points
  const [typed, setTyped] = useState(String(quote.choices.points))
  const most = pointsWithin(points.most, points)
  const asked = Number(typed)
  const used = Number.isInteger(asked) ? pointsWithin(asked, points) : 0
  const use = () => {
    quote.choose({ ...quote.choices, points: used })
    onClose()
  }
  const chip = (key: string, name: string, value: number) => ({
    key,
    name,
    isOn: used === value,
    choose: () => setTyped(String(value)),
  })
  return (
    <BottomSheet id="points-sheet" open title={text.title} onClose={onClose}>
      <View className="figure">{text.have(formatCount(points.have), formatCount(most))}</View>
      <View className="soft figure">
        {text.rule(formatCount(points.pointsPerYuan), formatCount(points.step), formatCount(points.minimum))}
      </View>
      <Chips
        id="points"
        chips={[
          chip('none', text.none, 0),
          ...(most > 0 ? [chip('most', text.most(formatCount(most)), most)] : []),
        ]}
      />
      <InputRow
        id="points-typed"
        label={text.typed}
        type="number"
        longest={LONGEST}
        value={typed}
        fault={asked !== used ? text.taken(formatCount(used)) : undefined}
        onChange={setTyped}
      />
      <BusyButton
        id="use-points"
        label={used === 0 ? text.useNone : text.use(formatCount(used))}
        onPress={use}
      />
    </BottomSheet>
  )
}

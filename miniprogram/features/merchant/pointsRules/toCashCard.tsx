import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Points } from './index'
import { minimumFits, stepFits } from './stepFits'

type ToCash = Points['toCash']

interface ToCashCardProps {
  readonly toCash: ToCash
  readonly change: (toCash: ToCash) => void
}

/** What points are worth at the till, and how many an order takes. */
export function ToCashCard({ toCash, change }: ToCashCardProps) {
  const text = useText().rules.points
  const set = (patch: Partial<ToCash>) => change({ ...toCash, ...patch })
  const { pointsPerYuan, step, minimum, allowsZero } = toCash
  const isWhole = stepFits(toCash)
  const isKnown = !Number.isNaN(step) && !Number.isNaN(pointsPerYuan)
  return (
    <View className="card">
      <Text className="card-title">{text.toCash}</Text>
      <View id="to-cash-worth" className="to-cash__worth figure">
        {isKnown && isWhole ? text.worth(formatCount(step), formatMoney((step * 100) / pointsPerYuan)) : '—'}
      </View>
      <NumberField
        id="points-per-yuan-off"
        label={text.perYuan}
        unit={text.unit}
        value={pointsPerYuan}
        min={1}
        max={100_000}
        onChange={(points) => set({ pointsPerYuan: points })}
      />
      <NumberField
        id="points-step"
        label={text.step}
        unit={text.unit}
        fault={isKnown && !isWhole ? text.stepFault : undefined}
        value={step}
        min={1}
        max={1_000_000}
        onChange={(points) => set({ step: points })}
      />
      <NumberField
        id="points-minimum"
        label={text.minimum}
        unit={text.unit}
        fault={isKnown && !minimumFits(toCash) ? text.minimumFault : undefined}
        value={minimum}
        min={1}
        max={10_000_000}
        onChange={(points) => set({ minimum: points })}
      />
      <CapFields cap={toCash.cap} onChange={(cap) => set({ cap })} />
      <SwitchRow
        id="allows-zero"
        label={text.allowsZero}
        hint={text.allowsZeroHint}
        value={allowsZero}
        onChange={(on) => set({ allowsZero: on })}
      />
    </View>
  )
}

/** What each way begins with. */
const FIRST = {
  shareOfPayable: { kind: 'shareOfPayable', shareBp: 5_000 },
  amount: { kind: 'amount', fen: 5_000 },
} as const

function CapFields({
  cap,
  onChange,
}: {
  readonly cap: ToCash['cap']
  readonly onChange: (cap: ToCash['cap']) => void
}) {
  const text = useText().rules.points
  return (
    <>
      <Choices
        id="points-cap"
        label={text.cap}
        values={['shareOfPayable', 'amount'] as const}
        chosen={[cap.kind]}
        name={(kind) => text.capOf[kind]}
        onTap={(kind) => kind !== cap.kind && onChange(FIRST[kind])}
      />
      {cap.kind === 'shareOfPayable' ? (
        <NumberField
          key="share"
          id="points-cap-share"
          label={text.capShare}
          unit={text.percent}
          value={cap.shareBp}
          min={0}
          max={10_000}
          digits={2}
          onChange={(shareBp) => onChange({ kind: 'shareOfPayable', shareBp })}
        />
      ) : (
        <NumberField
          key="amount"
          id="points-cap-amount"
          label={text.capAmount}
          unit={text.yuan}
          value={cap.fen}
          min={0}
          max={10_000_000}
          digits={2}
          onChange={(fen) => onChange({ kind: 'amount', fen })}
        />
      )}
    </>
  )
}

import type { Length } from '@shared/rules/tiers/validity'
import { useText } from '@/i18n/useText'
import { Choices } from './choices'
import { NumberField } from './numberField'

interface LengthFieldProps {
  /** The number has this id; each unit has `<id>-<unit>`. */
  readonly id: string
  readonly label: string
  readonly value: Length
  readonly mostDays: number
  readonly mostMonths: number
  readonly onChange: (length: Length) => void
}

/** A length of time in days or in months. */
export function LengthField({ id, label, value, mostDays, mostMonths, onChange }: LengthFieldProps) {
  const text = useText().levels.settings
  const isDays = value.of === 'days'
  const make = (of: Length['of'], n: number): Length => (of === 'days' ? { of, days: n } : { of, months: n })
  return (
    <>
      <NumberField
        key={value.of}
        id={id}
        label={label}
        unit={text.units[value.of]}
        value={isDays ? value.days : value.months}
        min={1}
        max={isDays ? mostDays : mostMonths}
        onChange={(n) => onChange(make(value.of, n))}
      />
      <Choices
        id={id}
        label={text.unit}
        values={['days', 'months'] as const}
        chosen={[value.of]}
        name={(of) => text.units[of]}
        onTap={(of) => of !== value.of && onChange(make(of, of === 'days' ? 90 : 3))}
      />
    </>
  )
}

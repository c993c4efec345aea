import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'

const MOST_FEN = 99_999_999_999

interface OptionalPriceProps {
  readonly id: string
  readonly label: string
  /** In fen; undefined where the price for all others holds. */
  readonly value: number | undefined
  readonly onChange: (fen: number | undefined) => void
}

/** A price of its own, where one is set. */
export function OptionalPrice({ id, label, value, onChange }: OptionalPriceProps) {
  const text = useText().levels.level
  return (
    <>
      <SwitchRow
        id={`${id}-own`}
        label={label}
        hint={text.priceForHint}
        value={value !== undefined}
        onChange={(isOwn) => onChange(isOwn ? NaN : undefined)}
      />
      {value !== undefined && (
        <NumberField
          id={id}
          label={label}
          unit={text.yuan}
          value={value}
          min={1}
          max={MOST_FEN}
          digits={2}
          onChange={onChange}
        />
      )}
    </>
  )
}

import type { CouponRules } from '@shared/rules/coupons/template'
import { useText } from '@/i18n/useText'
import { DiscountField } from '../benefit/givesFields'
import { Choices } from '../form/choices'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import { withKind } from './templateEdits'

interface TakesOffFieldsProps {
  readonly rules: CouponRules
  readonly onChange: (rules: CouponRules) => void
}

const KINDS = ['cashOff', 'percentOff', 'freeShipping', 'exchange'] as const
const FIRST_CAP_FEN = 5_000
const MOST_FEN = 10_000_000

/** What it takes off, and how much. */
export function TakesOffFields({ rules, onChange }: TakesOffFieldsProps) {
  const { shop: text } = useText().coupons
  return (
    <>
      <Choices
        id="kind"
        label={text.kind}
        values={KINDS}
        chosen={[rules.takesOff.kind]}
        name={(kind) => text.kindOf[kind]}
        onTap={(kind) => kind !== rules.takesOff.kind && onChange(withKind(rules, kind))}
      />
      <Amounts
        key={rules.takesOff.kind}
        takesOff={rules.takesOff}
        onChange={(takesOff) => onChange({ ...rules, takesOff })}
      />
    </>
  )
}

interface AmountsProps {
  readonly takesOff: CouponRules['takesOff']
  readonly onChange: (takesOff: CouponRules['takesOff']) => void
}

function Amounts({ takesOff, onChange }: AmountsProps) {
  const { shop: text } = useText().coupons
  switch (takesOff.kind) {
    case 'cashOff':
      return (
        <NumberField
          id="amount"
          {...text.amount}
          value={takesOff.amountFen}
          min={1}
          max={MOST_FEN}
          digits={2}
          onChange={(amountFen) => onChange({ ...takesOff, amountFen })}
        />
      )
    case 'percentOff':
      return <PercentOff takesOff={takesOff} onChange={onChange} />
    case 'freeShipping':
      return null
    case 'exchange':
      return (
        <NumberField
          id="quantity"
          {...text.quantity}
          value={takesOff.quantity}
          min={1}
          max={1_000}
          onChange={(quantity) => onChange({ ...takesOff, quantity })}
        />
      )
  }
}

interface PercentOffProps {
  readonly takesOff: Extract<CouponRules['takesOff'], { kind: 'percentOff' }>
  readonly onChange: AmountsProps['onChange']
}

function PercentOff({ takesOff, onChange }: PercentOffProps) {
  const { shop: text } = useText().coupons
  const { capFen } = takesOff
  return (
    <>
      <DiscountField rateBp={takesOff.rateBp} onChange={(rateBp) => onChange({ ...takesOff, rateBp })} />
      <SwitchRow
        id="has-cap"
        label={text.hasCap}
        value={capFen !== null}
        onChange={(isOn) => onChange({ ...takesOff, capFen: isOn ? FIRST_CAP_FEN : null })}
      />
      {capFen !== null && (
        <NumberField
          id="cap"
          {...text.cap}
          value={capFen}
          min={1}
          max={MOST_FEN}
          digits={2}
          onChange={(cap) => onChange({ ...takesOff, capFen: cap })}
        />
      )}
    </>
  )
}

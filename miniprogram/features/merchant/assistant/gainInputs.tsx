import { Text } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { upliftsFall, withCost, type Enter, type Entered } from './entered'
import { Folding } from './folding'
import { OptionalNumber } from './optionalNumber'

interface GainInputsProps {
  readonly entered: Entered
  readonly enter: Enter
  /** Of the proposed levels, lowest first. */
  readonly names: readonly string[]
}

const UPLIFTS = ['low', 'middle', 'high'] as const
const MOST_COST_FEN = 1_000_000_000

/** What the gain is estimated from: the margin, what benefits cost, and how many are assumed to order once more. */
export function GainInputs({ entered, enter, names }: GainInputsProps) {
  const { gainInputs: text, percent, yuan } = useText().assistant
  const { marginBp, benefitCostFen, upliftsBp } = entered
  return (
    <Folding id="gain-inputs" title={text.title} hint={text.hint}>
      <OptionalNumber
        id="margin"
        label={text.margin}
        unit={percent}
        value={marginBp}
        min={0}
        max={10_000}
        digits={2}
        onChange={(margin) => enter({ marginBp: margin })}
      />
      <Text className="folding__head">{text.costTitle}</Text>
      <Text className="soft">{text.costHint}</Text>
      {names.map((name, i) => (
        <OptionalNumber
          key={i}
          id={`cost-${i + 1}`}
          label={name}
          unit={yuan}
          value={benefitCostFen[i] ?? null}
          min={0}
          max={MOST_COST_FEN}
          digits={2}
          onChange={(costFen) => enter({ benefitCostFen: withCost(benefitCostFen, i, costFen) })}
        />
      ))}
      <Text className="folding__head">{text.upliftTitle}</Text>
      {UPLIFTS.map((name) => (
        <NumberField
          key={name}
          id={`uplift-${name}`}
          label={text.uplift[name]}
          unit={percent}
          fault={name === 'high' && upliftsFall(entered) ? text.upliftFault : undefined}
          value={upliftsBp[name]}
          min={0}
          max={10_000}
          digits={2}
          onChange={(upliftBp) => enter({ upliftsBp: { ...upliftsBp, [name]: upliftBp } })}
        />
      ))}
    </Folding>
  )
}

import type { Requirement } from '@shared/rules/benefits/benefit'
import { useText } from '@/i18n/useText'
import { FIRST_REQUIREMENT } from '../benefits/benefitEdits'
import { Choices } from '../form/choices'
import { NumberField } from '../form/numberField'

interface RequirementFieldsProps {
  readonly requirement: Requirement
  readonly onChange: (requirement: Requirement) => void
}

/** What must be bought before it can be used. */
export function RequirementFields({ requirement, onChange }: RequirementFieldsProps) {
  const text = useText().benefits
  return (
    <>
      <Choices
        id="requirement"
        label={text.requirement}
        values={['none', 'minimumAmount', 'minimumQuantity'] as const}
        chosen={[requirement.of]}
        name={(of) => text.requirementOf[of]}
        onTap={(of) => of !== requirement.of && onChange(FIRST_REQUIREMENT[of])}
      />
      {requirement.of === 'minimumAmount' && (
        <NumberField
          id="minimum-amount"
          {...text.minimumAmount}
          value={requirement.amountFen}
          min={1}
          max={100_000_000}
          digits={2}
          onChange={(amountFen) => onChange({ ...requirement, amountFen })}
        />
      )}
      {requirement.of === 'minimumQuantity' && (
        <NumberField
          id="minimum-quantity"
          {...text.minimumQuantity}
          value={requirement.quantity}
          min={1}
          max={10_000}
          onChange={(quantity) => onChange({ ...requirement, quantity })}
        />
      )}
    </>
  )
}

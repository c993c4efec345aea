import type { Stacking } from '@shared/rules/benefits/benefit'
import { useText } from '@/i18n/useText'
import { SwitchRow } from '../form/switchRow'

interface TogetherFieldsProps {
  readonly stacking: Stacking
  readonly onChange: (stacking: Stacking) => void
}

/** What a member price or a discount of the shop goes together with. */
export function TogetherFields({ stacking, onChange }: TogetherFieldsProps) {
  const text = useText().shopRules
  return (
    <>
      <SwitchRow
        id="with-automatic"
        label={text.withAutomatic}
        hint={text.withAutomaticHint}
        value={stacking.withAutomatic}
        onChange={(withAutomatic) => onChange({ ...stacking, withAutomatic })}
      />
      <SwitchRow
        id="with-codes"
        label={text.withCodes}
        hint={text.withCodesHint}
        value={stacking.withCodes}
        onChange={(withCodes) => onChange({ ...stacking, withCodes })}
      />
    </>
  )
}

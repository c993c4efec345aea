import type { Stacking } from '@shared/rules/benefits/benefit'
import { SwitchRow } from './switchRow'

interface StackingFieldsProps {
  /** What the two switches say of the discount that is set. */
  readonly words: Readonly<
    Record<'withAutomatic' | 'withAutomaticHint' | 'withCodes' | 'withCodesHint', string>
  >
  readonly stacking: Stacking
  readonly onChange: (stacking: Stacking) => void
}

/** What a discount goes together with. */
export function StackingFields({ words, stacking, onChange }: StackingFieldsProps) {
  return (
    <>
      <SwitchRow
        id="with-automatic"
        label={words.withAutomatic}
        hint={words.withAutomaticHint}
        value={stacking.withAutomatic}
        onChange={(withAutomatic) => onChange({ ...stacking, withAutomatic })}
      />
      <SwitchRow
        id="with-codes"
        label={words.withCodes}
        hint={words.withCodesHint}
        value={stacking.withCodes}
        onChange={(withCodes) => onChange({ ...stacking, withCodes })}
      />
    </>
  )
}

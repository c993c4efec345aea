import { Text } from '@tarojs/components'
import { addDays } from '@shared/kernel/day'
import type { Validity } from '@shared/rules/coupons/template'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import type { TemplateFaults } from './templateEdits'

interface ValidityFieldsProps {
  readonly validity: Validity
  readonly faults: TemplateFaults
  readonly today: string
  readonly onChange: (validity: Validity) => void
}

const FIRST_DAYS = 30

function firstOf(of: Validity['of'], today: string): Validity {
  switch (of) {
    case 'days':
      return { of, days: FIRST_DAYS }
    case 'dates':
      return { of, from: today, to: addDays(today, FIRST_DAYS) }
    case 'birthdayMonth':
      return { of }
  }
}

/** When a coupon can be used, both days included. */
export function ValidityFields({ validity, faults, today, onChange }: ValidityFieldsProps) {
  const { shop: text } = useText().coupons
  return (
    <>
      <Text className="card-title">{text.validity}</Text>
      <RadioRows
        id="validity"
        values={['days', 'dates', 'birthdayMonth'] as const}
        chosen={validity.of}
        name={(of) => text.validityOf[of]}
        hint={(of) => text.validityHint[of]}
        onTap={(of) => of !== validity.of && onChange(firstOf(of, today))}
      />
      {validity.of === 'days' && (
        <NumberField
          id="valid-days"
          {...text.days}
          value={validity.days}
          min={1}
          max={3_660}
          onChange={(days) => onChange({ of: 'days', days })}
        />
      )}
      {validity.of === 'dates' && (
        <>
          <DayField
            id="valid-from"
            label={text.from}
            value={validity.from}
            onChange={(from) => onChange({ ...validity, from })}
          />
          <DayField
            id="valid-to"
            label={text.to}
            fault={faults.backwards ? text.backwards : faults.isOver ? text.datesOver : undefined}
            value={validity.to}
            onChange={(to) => onChange({ ...validity, to })}
          />
        </>
      )}
    </>
  )
}

import { useText } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import type { Discount } from '../shopRules/index'
import { withWhen } from './discountEdits'

interface WhenFieldsProps {
  readonly discount: Discount
  readonly today: string
  readonly onChange: (discount: Discount) => void
}

/** Days that every month has. */
const SHORTEST_MONTH = 28

/** When it holds: a member day on its day of the month, a campaign in its time. */
export function WhenFields({ discount, today, onChange }: WhenFieldsProps) {
  const text = useText().shopRules.edit
  const { when } = discount
  if (when.of !== 'dayOfMonth') return <CampaignFields {...{ discount, today, onChange }} />
  return (
    <NumberField
      id="day-of-month"
      label={text.dayOfMonth}
      hint={when.dayOfMonth > SHORTEST_MONTH ? text.shortMonths : undefined}
      value={when.dayOfMonth}
      min={1}
      max={31}
      onChange={(dayOfMonth) => onChange({ ...discount, when: { ...when, dayOfMonth } })}
    />
  )
}

function CampaignFields({ discount, today, onChange }: WhenFieldsProps) {
  const { earning, field } = useText().rules
  const { when } = discount
  const put = (next: Discount['when']) => onChange({ ...discount, when: next })
  return (
    <>
      <Choices
        id="when"
        label={earning.when}
        values={['dates', 'always', 'birthday', 'birthdayMonth'] as const}
        chosen={when.of === 'dayOfMonth' ? [] : [when.of]}
        name={(of) => earning.whenOf[of]}
        onTap={(of) => onChange(withWhen(discount, of, today))}
      />
      {when.of === 'dates' && (
        <>
          <DayField
            id="when-from"
            label={field.from}
            value={when.from}
            onChange={(from) => put({ ...when, from })}
          />
          <DayField
            id="when-to"
            label={field.to}
            fault={when.to < when.from ? field.outOfOrder : undefined}
            value={when.to}
            onChange={(to) => put({ ...when, to })}
          />
        </>
      )}
    </>
  )
}

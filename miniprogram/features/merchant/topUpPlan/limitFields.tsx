import type { Day } from '@shared/kernel/day'
import { useText } from '@/i18n/useText'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Plan } from './index'

interface LimitFieldsProps {
  readonly plan: Plan
  readonly today: Day
  readonly change: (patch: Partial<Plan>) => void
}

/** When a plan is on sale, for whom, and how often. */
export function LimitFields({ plan, today, change }: LimitFieldsProps) {
  const texts = useText()
  const text = texts.wallet.shop
  const { from, to, isFirstOnly, mostPerMember } = plan
  return (
    <>
      <SwitchRow
        id="plan-dates"
        label={text.hasDates}
        value={from !== null || to !== null}
        onChange={(on) => change(on ? { from: today, to: today } : { from: null, to: null })}
      />
      {from !== null && (
        <DayField
          id="plan-from"
          label={text.dateFrom}
          value={from}
          onChange={(day) => change({ from: day })}
        />
      )}
      {to !== null && (
        <DayField
          id="plan-to"
          label={text.dateTo}
          fault={from !== null && to < from ? texts.rules.field.outOfOrder : undefined}
          value={to}
          onChange={(day) => change({ to: day })}
        />
      )}
      <SwitchRow
        id="plan-first"
        label={text.firstOnly}
        value={isFirstOnly}
        onChange={(on) => change(on ? { isFirstOnly: on, mostPerMember: null } : { isFirstOnly: on })}
      />
      {!isFirstOnly && (
        <SwitchRow
          id="plan-limited"
          label={text.hasLimit}
          value={mostPerMember !== null}
          onChange={(on) => change({ mostPerMember: on ? 1 : null })}
        />
      )}
      {!isFirstOnly && mostPerMember !== null && (
        <NumberField
          id="plan-limit"
          label={text.limit}
          unit={text.times}
          value={mostPerMember}
          min={1}
          max={1_000}
          onChange={(most) => change({ mostPerMember: most })}
        />
      )}
    </>
  )
}

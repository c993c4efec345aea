import { Text, View } from '@tarojs/components'
import type { Issue } from '@shared/rules/benefits/benefit'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { NumberField } from '../form/numberField'
import { FIRST_ISSUE, inMonth, lastDayOf } from '../benefits/benefitEdits'

interface IssueFieldsProps {
  readonly issue: Issue
  readonly onChange: (issue: Issue) => void
}

/** When it is given: once, every year on a date, or every few months on a day. */
export function IssueFields({ issue, onChange }: IssueFieldsProps) {
  const text = useText().benefits
  return (
    <View className="card">
      <Text className="card-title">{text.issue}</Text>
      <RadioRows
        id="issue"
        values={['atOnce', 'everyMonths', 'yearly'] as const}
        chosen={issue.of}
        name={(of) => text.issueOf[of]}
        hint={(of) => text.issueHint[of]}
        onTap={(of) => of !== issue.of && onChange(FIRST_ISSUE[of])}
      />
      {issue.of === 'yearly' && <YearlyFields issue={issue} onChange={onChange} />}
      {issue.of === 'everyMonths' && <MonthsFields issue={issue} onChange={onChange} />}
    </View>
  )
}

interface FieldsProps<Of extends Issue['of']> {
  readonly issue: Extract<Issue, { of: Of }>
  readonly onChange: (issue: Issue) => void
}

function YearlyFields({ issue, onChange }: FieldsProps<'yearly'>) {
  const text = useText().benefits
  const isLeap = issue.month === 2 && issue.dayOfMonth === 29
  return (
    <>
      <NumberField
        id="issue-month"
        label={text.month}
        value={issue.month}
        min={1}
        max={12}
        onChange={(month) => onChange(inMonth(issue, month))}
      />
      <NumberField
        id="issue-day"
        label={text.dayOfMonth}
        hint={isLeap ? text.leapDay : undefined}
        value={issue.dayOfMonth}
        min={1}
        max={lastDayOf(issue.month)}
        onChange={(dayOfMonth) => onChange({ ...issue, dayOfMonth })}
      />
    </>
  )
}

function MonthsFields({ issue, onChange }: FieldsProps<'everyMonths'>) {
  const text = useText().benefits
  return (
    <>
      <NumberField
        id="issue-months"
        {...text.months}
        hint={text.monthsHint}
        value={issue.months}
        min={1}
        max={24}
        onChange={(months) => onChange({ ...issue, months })}
      />
      <NumberField
        id="issue-day"
        label={text.dayOfMonth}
        hint={issue.dayOfMonth > 28 ? text.shortMonths : undefined}
        value={issue.dayOfMonth}
        min={1}
        max={31}
        onChange={(dayOfMonth) => onChange({ ...issue, dayOfMonth })}
      />
    </>
  )
}

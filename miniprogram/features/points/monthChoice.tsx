import { Text, View } from '@tarojs/components'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { DatePicker } from '@/ui/datePicker'
import { spoken } from '@/ui/spoken'
import { Tap } from '@/ui/tap'
import './ledgerFilters.scss'

interface MonthChoiceProps {
  readonly month: string | undefined
  readonly firstMonth: string
  readonly lastMonth: string
  readonly onChange: (month: string | undefined) => void
}

/** All months, or one of them. */
export function MonthChoice({ month, firstMonth, lastMonth, onChange }: MonthChoiceProps) {
  const text = useText()
  const locale = useLocale()
  return (
    <View className="ledger-filters__month">
      <DatePicker
        fields="month"
        value={`${month ?? lastMonth}-01`}
        first={`${firstMonth}-01`}
        last={`${lastMonth}-01`}
        onChange={onChange}
      >
        <View id="ledger-month" className="ledger-filters__picker" {...spoken({ role: 'button' })}>
          <Text className="figure">{month ? formatMonth(month, locale) : text.ledger.allMonths}</Text>
          <View className="chevron chevron--down" />
        </View>
      </DatePicker>
      {month && (
        <Tap id="ledger-month-clear" className="ledger-filters__clear" onTap={() => onChange(undefined)}>
          <Text>{text.ledger.clearMonth}</Text>
        </Tap>
      )}
    </View>
  )
}

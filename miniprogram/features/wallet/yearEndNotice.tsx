import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import './yearEndNotice.scss'

type Notice = NonNullable<OutputOf<'wallet.read'>['yearEnd']>

/** What becomes of bonus at the end of the year, for as long as the member can still use it. */
export function YearEndNotice({ notice }: { readonly notice: Notice }) {
  const text = useText().wallet.yearEnd
  const words = useWords()
  const locale = useLocale()
  const { bonusFen, becomes, convertsOn } = notice
  return (
    <View id="year-end-notice" className="year-end figure">
      <Text className="year-end__title">{text.title}</Text>
      <Text>{text.text(formatMoney(bonusFen), words(becomes), formatDay(convertsOn, locale))}</Text>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro'
import { formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Tap } from '@/ui/tap'
import { type BillDay, useBills } from './useBills'
import './index.scss'

/** WeChat's bill of each day against the books: which days agree, and which do not. */
export default function BillsPage() {
  const text = useText().payments.bills
  const bills = useBills()
  const { query, days, differingOnly, choose } = bills
  useReachBottom(days.loadMore)
  // A day may have been compared anew on its own page.
  useDidShow(() => void query.refresh())
  const chips = [
    { key: 'all', name: text.all, isOn: !differingOnly, choose: () => choose(false) },
    { key: 'differing', name: text.differing, isOn: differingOnly, choose: () => choose(true) },
  ]
  return (
    <Page id="bills-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[44, 320]}>
        {({ isSetUp }) => (
          <>
            <View className="soft">{text.hint}</View>
            <Chips id="bills" chips={chips} />
            {days.items.length === 0 ? (
              <PictureState
                id="bills-empty"
                picture="ledger"
                title={differingOnly ? text.noneDiffers : isSetUp ? text.none : text.notSetUp}
                text={differingOnly ? text.noneDiffersHint : isSetUp ? text.noneHint : text.notSetUpHint}
              />
            ) : (
              <View id="bills" className="card rows">
                {days.items.map((day) => (
                  <DayRow key={day.id} day={day} />
                ))}
                <ListFoot id="bills-more" list={days} end={text.end} />
              </View>
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

function DayRow({ day: { day, payments, refunds, differenceCount } }: { readonly day: BillDay }) {
  const text = useText().payments.bills
  const locale = useLocale()
  const url = `/features/merchant/bill/index?day=${day}`
  const differs = differenceCount > 0
  return (
    <Tap id={`bill-${day}`} className="bill-row" onTap={() => void Taro.navigateTo({ url })}>
      <View className="bill-row__what">
        <Text className="bill-row__day figure">{formatDay(day, locale)}</Text>
        <Text className="soft figure">{text.came(formatMoney(payments.fen), payments.count)}</Text>
        {refunds.count > 0 && (
          <Text className="soft figure">{text.went(formatMoney(refunds.fen), refunds.count)}</Text>
        )}
      </View>
      <Text className={`bill-row__state figure ${differs ? 'bill-row__state--differs' : ''}`}>
        {differs ? text.differs(differenceCount) : text.agrees}
      </Text>
      <View className="chevron" />
    </Tap>
  )
}

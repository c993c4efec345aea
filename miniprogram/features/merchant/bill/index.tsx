import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { usePageParameter } from '@/api/pageParameter'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { formatCount, formatDay, formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { BillDifferences } from './billDifferences'
import './index.scss'

type Check = OutputOf<'payments.bill'>['check']

/** What came of comparing one day: the sums, what differs, and the way to compare it anew. */
export default function BillPage() {
  const text = useText().payments.bill
  const day = usePageParameter('day') ?? ''
  const query = useQuery('merchant', 'payments.bill', { day })
  const again = useCommand('merchant', 'payments.checkBill')
  const checkAgain = async () => {
    if (await again.run({ day })) await query.refresh()
  }
  return (
    <Page id="bill-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[200, 48, 240]}>
        {({ check }) => (
          <>
            <Sums check={check} />
            {check.differenceCount > 0 && <BillDifferences check={check} />}
            <View className="bill-again">
              {again.failure && <FailureNote failure={again.failure} />}
              <BusyButton
                id="bill-check-again"
                label={text.checkAgain}
                quiet
                working={again.working}
                onPress={() => void checkAgain()}
              />
            </View>
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Sums({ check }: { readonly check: Check }) {
  const text = useText().payments.bill
  const locale = useLocale()
  const { day, checkedAt, payments, refunds, feeFen, differenceCount } = check
  const rows = [
    { id: 'payments', name: text.came, count: payments.count, fen: payments.fen },
    { id: 'refunds', name: text.went, count: refunds.count, fen: refunds.fen },
    { id: 'fee', name: text.fee, count: null, fen: feeFen },
  ]
  return (
    <View id="bill-sums" className="card">
      <Text className="card-title figure">{formatDay(day, locale)}</Text>
      <View className={`bill-verdict ${differenceCount > 0 ? 'bill-verdict--differs' : ''}`}>
        {differenceCount > 0 ? text.differs(differenceCount) : text.agrees}
      </View>
      {rows.map(({ id, name, count, fen }) => (
        <View key={id} id={`bill-${id}`} className="bill-sum">
          <Text className="bill-sum__name">{name}</Text>
          {count !== null && <Text className="soft figure">{text.trades(formatCount(count))}</Text>}
          <Text className="bill-sum__amount figure">{formatMoney(fen)}</Text>
        </View>
      ))}
      <View className="soft figure">{text.checkedAt(formatInstant(checkedAt, locale))}</View>
    </View>
  )
}

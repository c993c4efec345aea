import { useReachBottom } from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { BalanceHead } from './balanceHead'
import { Ledger } from './ledger'
import { Lots } from './lots'
import { useLedger } from './useLedger'

export default function PointsPage() {
  const text = useText()
  const { query, entries } = useLedger()
  const explain = useExplain()
  useReachBottom(entries.loadMore)
  return (
    <Page id="points-page" title={text.points.title} isTab onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[112, 136, 320]}>
        {(first) => (
          <>
            <BalanceHead
              points={first.balances.points}
              onTap={() => explain.ask({ kind: 'pointsBalance' })}
            />
            <Lots lots={first.lots} />
            <Ledger list={entries} onExplain={(id) => explain.ask({ kind: 'entry', id })} />
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}

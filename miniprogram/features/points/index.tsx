import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { BalanceHead } from '@/ui/balanceHead'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { Ledger } from './ledger'
import { pageOf } from './ledgerPages'
import { Lots } from './lots'
import { Debt, ExpiringSoon } from './notices'
import { Pending } from './pending'

export default function PointsPage() {
  const text = useText()
  const query = useQuery('shopper', 'points.ledger', { unit: 'points' })
  const explain = useExplain()
  return (
    <Page id="points-page" title={text.points.title} isTab onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[112, 136, 320]}>
        {(points) => (
          <>
            <BalanceHead
              id="points-balance"
              name={text.points.balance}
              n={points.balances.points}
              why={text.points.balanceExplain}
              onTap={() => explain.ask({ kind: 'pointsBalance' })}
            />
            {points.expiringSoon && <ExpiringSoon soon={points.expiringSoon} />}
            {points.balances.pointsDebt < 0 && <Debt points={-points.balances.pointsDebt} />}
            <Pending total={points.balances.pendingPoints} lots={points.pending} />
            <Lots lots={points.lots} />
            <Ledger
              unit="points"
              first={pageOf(points)}
              firstMonth={points.firstMonth}
              lastMonth={points.today.slice(0, 7)}
              onExplain={(id) => explain.ask({ kind: 'entry', id })}
            />
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}

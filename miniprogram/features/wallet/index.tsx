import { useState } from 'react'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { Ledger } from './ledger'
import { WaitingTopUps } from './waitingTopUps'
import { WalletHead } from './walletHead'
import { YearEndNotice } from './yearEndNotice'

/** What a member has paid in and been given, what waits to be paid, and every movement of it. */
export default function WalletPage() {
  const text = useText().wallet
  const query = useQuery('shopper', 'wallet.read', {})
  const [month, setMonth] = useState<string>()
  const ledger = useQuery('shopper', 'wallet.ledger', month === undefined ? {} : { month })
  const explain = useExplain()
  const refresh = async () => {
    await Promise.all([query.refresh(), ledger.refresh()])
  }
  return (
    <Page id="wallet-page" title={text.title} onRefresh={refresh}>
      <QueryView query={query} skeleton={[196, 320]}>
        {(wallet) => (
          <>
            <WalletHead wallet={wallet} onExplain={() => explain.ask({ kind: 'walletBalance' })} />
            {wallet.yearEnd && <YearEndNotice notice={wallet.yearEnd} />}
            <WaitingTopUps topUps={wallet.waiting} onChanged={refresh} />
            <Ledger
              query={ledger}
              month={month}
              today={wallet.today}
              onMonth={setMonth}
              onExplain={(id) => explain.ask({ kind: 'entry', id })}
            />
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}

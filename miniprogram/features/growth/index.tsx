import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { Ledger } from '@/features/points/ledger'
import { pageOf } from '@/features/points/ledgerPages'
import { useText } from '@/i18n/useText'
import { BalanceHead } from '@/ui/balanceHead'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { TierCard } from '@/ui/tierCard'
import { Counting } from './counting'
import './index.scss'

const openTiers = () => void Taro.navigateTo({ url: '/features/tiers/index' })

export default function GrowthPage() {
  const text = useText()
  const query = useQuery('shopper', 'growth.read', {})
  const explain = useExplain()
  return (
    <Page id="growth-page" title={text.growth.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[112, 212, 96, 320]}>
        {(growth) => (
          <>
            <BalanceHead
              id="growth-balance"
              name={text.growth.balance}
              n={growth.growth}
              why={text.growth.balanceExplain}
              onTap={() => explain.ask({ kind: 'growthBalance' })}
            />
            {growth.tier.isOn && (
              <View className="growth__tier">
                <TierCard id="growth-tier" tier={growth.tier} opens="levels" onTap={openTiers} />
              </View>
            )}
            <Counting counting={growth.counting} leaving={growth.leaving} />
            <Ledger
              unit="growth"
              first={pageOf(growth)}
              firstMonth={growth.firstMonth}
              lastMonth={growth.today.slice(0, 7)}
              onExplain={(id) => explain.ask({ kind: 'entry', id })}
            />
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}

import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useQuery } from '@/api/useQuery'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { BookRows } from './bookRows'
import { MonthChart } from './monthChart'
import { RuleRows } from './ruleRows'
import { ShopRow } from './shopRow'
import { Standing } from './standing'
import { TierBars } from './tierBars'
import { TodayFigures } from './todayFigures'
import './index.scss'

type OverviewData = OutputOf<'overview.read'>

export default function OverviewPage() {
  const text = useText()
  const query = useQuery('merchant', 'overview.read', {})
  return (
    <Page id="overview-page" title={text.overview.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[24, 176, 240, 264]}>
        {(overview) => <Overview overview={overview} />}
      </QueryView>
    </Page>
  )
}

function Overview({ overview }: { readonly overview: OverviewData }) {
  const text = useText()
  const locale = useLocale()
  const explain = useExplain()
  const { asOf } = overview
  return (
    <>
      <View id="overview-as-of" className="soft as-of figure">
        {asOf === null ? text.overview.neverComputed : text.overview.asOf(formatInstant(asOf, locale))}
      </View>
      <TodayFigures today={overview.today} yesterday={overview.yesterday} />
      <BookRows overview={overview} />
      <Standing overview={overview} explain={explain} />
      {overview.members === 0 ? (
        <PictureState
          id="overview-empty"
          picture="people"
          title={text.overview.noMembers}
          text={text.overview.noMembersHint}
        />
      ) : (
        <TierBars tiers={overview.membersByTier} members={overview.members} />
      )}
      {overview.days.length > 0 && <MonthChart days={overview.days} />}
      <ShopRow />
      <RuleRows />
      {explain.sheet}
    </>
  )
}

import { Text, View } from '@tarojs/components'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { NumberField } from '../form/numberField'
import { DraftBar } from '../tiers/draftBar'
import { useTierDraft } from '../tiers/useTierDraft'
import { withoutClosed } from './closed'
import { CountingCard } from './countingCard'
import { LockInCard } from './lockInCard'
import { PaidCard } from './paidCard'
import { ValidityCard } from './validityCard'
import './index.scss'

const MOST_LEVELS = 20

export interface CardProps {
  readonly rules: TierRules
  readonly today: string
  readonly change: (patch: Partial<TierRules>) => void
}

export default function TierSettingsPage() {
  const text = useText().levels.settings
  const { query, open } = useTierDraft()
  return (
    <Page id="tier-settings-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[64, 320, 240, 120]}>
        {(saved) => {
          const draft = open(saved)
          const card: CardProps = {
            rules: draft.tiers,
            today: saved.tiers.today,
            change: (patch) => draft.edit({ tiers: withoutClosed({ ...draft.tiers, ...patch }) }),
          }
          return (
            <>
              <Cards {...card} />
              <DraftBar draft={draft} saved={saved} />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

function Cards(card: CardProps) {
  const text = useText().levels.settings
  const { rules, change } = card
  return (
    <>
      <View className="tier-settings__warning">{text.warning}</View>
      <CountingCard {...card} />
      <ValidityCard {...card} />
      <LockInCard {...card} />
      <PaidCard {...card} />
      <View className="card">
        <Text className="card-title">{text.limit}</Text>
        <NumberField
          id="most-levels"
          label={text.mostLevels}
          value={rules.mostLevels}
          min={Math.max(1, rules.levels.length)}
          max={MOST_LEVELS}
          onChange={(mostLevels) => change({ mostLevels })}
        />
      </View>
    </>
  )
}

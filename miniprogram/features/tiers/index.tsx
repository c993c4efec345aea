import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { HowTo } from './howTo'
import { LevelBenefits } from './levelBenefits'
import { LevelSwiper } from './levelSwiper'
import { OwnValidity } from './ownValidity'
import type { Tiers } from './tiers'
import './index.scss'

const openBenefits = () => void Taro.navigateTo({ url: '/features/benefits/index' })

export default function TiersPage() {
  const text = useText()
  const query = useQuery('shopper', 'tiers.read', {})
  return (
    <Page id="tiers-page" title={text.tier.page.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[196, 168, 200]}>
        {(tiers) =>
          tiers.isOn ? (
            <AllLevels tiers={tiers} />
          ) : (
            <PictureState
              id="tiers-off"
              picture="closed"
              title={text.tier.page.off}
              text={text.tier.page.offHint}
            />
          )
        }
      </QueryView>
    </Page>
  )
}

/** The levels to swipe through, one's own first to be seen, and below them what the one in view is about. */
function AllLevels({ tiers }: { readonly tiers: Tiers }) {
  const text = useText()
  const words = useWords()
  const explain = useExplain()
  const { tier, levels, rules } = tiers
  const [chosen, setChosen] = useState(tier.current.rank)
  const level = levels[chosen] ?? levels[0]
  if (!level) return null
  return (
    <>
      <LevelSwiper tiers={tiers} chosen={chosen} onChoose={setChosen} />
      {level.face.id === tier.current.id && (
        <>
          <OwnValidity tier={tier} />
          <View className="card rows">
            <LinkRow id="tier-why" label={text.tier.page.why} onTap={() => explain.ask({ kind: 'tier' })} />
            <LinkRow id="own-benefits" label={text.tier.page.ownBenefits} onTap={openBenefits} />
          </View>
        </>
      )}
      <HowTo tiers={tiers} level={level} />
      <LevelBenefits level={level} />
      <View className="card tier-rules">
        <Text className="card-title">{text.tier.page.rules}</Text>
        {level.keep && <Text className="tier-rules__rule">{words(level.keep)}</Text>}
        {rules.map((rule, index) => (
          <Text key={index} className="tier-rules__rule">
            {words(rule)}
          </Text>
        ))}
      </View>
      {explain.sheet}
    </>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { DraftBar } from '../tiers/draftBar'
import { useTierDraft, type OpenDraft } from '../tiers/useTierDraft'
import { LevelBenefits, MOST } from './levelBenefits'
import { Orphans } from './orphans'
import './index.scss'

export default function BenefitsPage() {
  const text = useText().benefits
  const { query, open } = useTierDraft()
  return (
    <Page id="benefits-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 160, 160]}>
        {(saved) => {
          const draft = open(saved)
          return (
            <>
              <Levels draft={draft} />
              <DraftBar draft={draft} saved={saved} topic="benefits" />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

/** Every level with what it gives, or the one that the page was opened for. */
function Levels({ draft }: { readonly draft: OpenDraft }) {
  const text = useText().benefits
  const { levels } = draft.tiers
  const [only, setOnly] = useState(useRouter().params.level)
  const isOne = levels.some(({ id }) => id === only)
  return (
    <>
      <View className="soft benefits-hint">{draft.benefits.length < MOST ? text.hint : text.full(MOST)}</View>
      {levels.map(
        (level, rank) =>
          (!isOne || level.id === only) && (
            <LevelBenefits key={level.id} level={level} below={levels[rank - 1]} draft={draft} />
          ),
      )}
      <Orphans draft={draft} />
      {isOne && (
        <View className="benefits-all">
          <LinkText id="all-levels" label={text.allLevels} onTap={() => setOnly(undefined)} />
        </View>
      )}
    </>
  )
}

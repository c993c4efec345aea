import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { DraftBar } from './draftBar'
import './index.scss'
import { LevelList } from './levelList'
import { OnSwitch } from './onSwitch'
import { useTierDraft } from './useTierDraft'

const PAGES = [
  { entry: 'settings', page: 'tierSettings' },
  { entry: 'benefits', page: 'benefits' },
  { entry: 'assistant', page: 'assistant' },
  { entry: 'recalculation', page: 'recalculation' },
] as const

export default function TiersPage() {
  const text = useText().levels
  const { query, open } = useTierDraft()
  const members = useMembersByLevel()
  return (
    <Page id="tiers-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[64, 88, 88, 88, 88, 200]}>
        {(saved) => {
          const draft = open(saved)
          return (
            <>
              <OnSwitch saved={saved} members={members?.all} onSwitched={query.refresh} />
              <LevelList draft={draft} members={members?.of} />
              <View className="card rows">
                {PAGES.map(({ entry, page }) => (
                  <LinkRow
                    key={entry}
                    id={`to-${page}`}
                    label={text.to[entry]}
                    onTap={() => void Taro.navigateTo({ url: `/features/merchant/${page}/index` })}
                  />
                ))}
              </View>
              <DraftBar draft={draft} saved={saved} />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

/** How many members there are, and how many stand on a level, by the shop's figures; undefined until they are there. */
function useMembersByLevel() {
  const { value } = useQuery('merchant', 'overview.read', {})
  if (!value) return undefined
  const counts = new Map(value.membersByTier.map(({ tier, members }) => [tier.id, members]))
  return { all: value.members, of: (levelId: string): number => counts.get(levelId) ?? 0 }
}

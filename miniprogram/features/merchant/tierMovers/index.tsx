import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { useText, useWords } from '@/i18n/useText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Tap } from '@/ui/tap'
import { useTierDraft, type OpenDraft, type SavedTiers } from '../tiers/useTierDraft'
import { useMovers } from './useMovers'
import './index.scss'

/** The members whom the draft would take from one level to another; each opens into their books. */
export default function TierMoversPage() {
  const text = useText().tierPreview
  const { query, open } = useTierDraft()
  return (
    <Page id="tier-movers-page" title={text.movers.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[44, 360]}>
        {(saved) => <Movers draft={open(saved)} saved={saved} />}
      </QueryView>
    </Page>
  )
}

function Movers({ draft, saved }: { readonly draft: OpenDraft; readonly saved: SavedTiers }) {
  const text = useText().tierPreview
  const words = useWords()
  const { from = '', to = '' } = useRouter().params
  const name = (id: string) => {
    const level = [...draft.tiers.levels, ...saved.tiers.value.levels].find((each) => each.id === id)
    return level ? words(level.name) : text.gone
  }
  if (!draft.isDirty) {
    return <PictureState id="movers-empty" picture="people" title={text.nothing} text={text.nothingHint} />
  }
  const ids = { from: decodeURIComponent(from), to: decodeURIComponent(to) }
  return (
    <>
      <View id="movers-title" className="movers-title">
        {text.fromTo(name(ids.from), name(ids.to))}
      </View>
      <List draft={draft} {...ids} />
    </>
  )
}

function List({
  draft,
  from,
  to,
}: {
  readonly draft: OpenDraft
  readonly from: string
  readonly to: string
}) {
  const text = useText()
  const words = useWords()
  const { query, list } = useMovers(draft.changes, from, to)
  useReachBottom(list.loadMore)
  return (
    <QueryView query={query} skeleton={[360]}>
      {() =>
        list.items.length === 0 && !list.hasMore ? (
          <PictureState
            id="movers-none"
            picture="people"
            title={text.tierPreview.movers.none}
            text={text.tierPreview.movers.noneHint}
          />
        ) : (
          <View id="movers" className="card">
            {list.items.map(({ id, reason }) => (
              <Tap key={id} id={`mover-${id}`} className="mover" onTap={() => openBooks(id)}>
                <View className="mover__who">
                  <Text className="figure">{text.books.member(id)}</Text>
                  <Text className="soft figure">
                    {reason ? words(reason) : text.tierPreview.movers.stays}
                  </Text>
                </View>
                <View className="chevron" />
              </Tap>
            ))}
            <ListFoot id="movers-more" list={list} end={text.tierPreview.movers.end} />
          </View>
        )
      }
    </QueryView>
  )
}

function openBooks(member: string): void {
  void Taro.navigateTo({ url: `/features/merchant/memberBooks/index?member=${encodeURIComponent(member)}` })
}

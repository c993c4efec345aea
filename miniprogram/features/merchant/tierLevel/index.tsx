import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { Level } from '@shared/rules/tiers/program'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { DraftBar } from '../tiers/draftBar'
import { benefitsAfter } from '../tiers/levelEdits'
import { useTierDraft, type OpenDraft, type SavedTiers } from '../tiers/useTierDraft'
import { DeleteLevel } from './deleteLevel'
import './index.scss'
import { KeepCard } from './keepCard'
import { LookCard } from './lookCard'
import { PaidCard } from './paidCard'
import { WayCard } from './wayCard'

const goBack = () => void Taro.navigateBack()

export default function TierLevelPage() {
  const text = useText().levels.level
  const { id = '' } = useRouter().params
  const { query, open } = useTierDraft()
  return (
    <Page id="tier-level-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 240, 160]}>
        {(saved) => {
          const draft = open(saved)
          const level = draft.tiers.levels.find((each) => each.id === id)
          return level ? (
            <Editor level={level} draft={draft} saved={saved} />
          ) : (
            <PictureState
              id="level-gone"
              picture="closed"
              title={text.gone}
              text={text.goneHint}
              action={{ id: 'to-levels', label: text.toList, run: goBack }}
            />
          )
        }}
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly level: Level
  readonly draft: OpenDraft
  readonly saved: SavedTiers
}

function Editor({ level, draft, saved }: EditorProps) {
  const text = useText().levels.level
  const { tiers, benefits } = draft
  const isLowest = tiers.levels[0]?.id === level.id
  const change = (patch: Partial<Level>) => {
    const next = { ...level, ...patch }
    const levels = tiers.levels.map((each) => (each.id === level.id ? next : each))
    draft.edit({ tiers: { ...tiers, levels }, benefits: benefitsAfter(next, benefits) })
  }
  const own = benefits.filter(({ levelId }) => levelId === level.id).length
  return (
    <>
      <LookCard level={level} change={change} />
      {isLowest ? (
        <View className="card soft">{text.lowestNote}</View>
      ) : (
        <>
          <WayCard level={level} change={change} />
          {tiers.lockIn && level.kind !== 'paid' && (
            <KeepCard keep={level.keep} lockIn={tiers.lockIn} change={change} />
          )}
          {level.paid && <PaidCard level={level} paid={level.paid} rules={tiers} change={change} />}
        </>
      )}
      <View className="card rows">
        <LinkRow
          id="to-level-benefits"
          label={text.toBenefits}
          value={String(own)}
          onTap={() => void Taro.navigateTo({ url: `/features/merchant/benefits/index?level=${level.id}` })}
        />
      </View>
      {tiers.levels.length > 1 && <DeleteLevel level={level} draft={draft} onDeleted={goBack} />}
      <DraftBar draft={draft} saved={saved} />
    </>
  )
}

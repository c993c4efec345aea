import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { newBenefit, type Kind } from '../benefits/benefitEdits'
import { DraftBar } from '../tiers/draftBar'
import { useTierDraft, type OpenDraft, type SavedTiers } from '../tiers/useTierDraft'
import { BenefitEditor } from './benefitEditor'
import { KindPicker } from './kindPicker'

const goBack = () => void Taro.navigateBack()

export default function BenefitPage() {
  const text = useText().benefits
  const isKnown = useRouter().params.id !== undefined
  const { query, open } = useTierDraft()
  return (
    <Page id="benefit-page" title={isKnown ? text.editTitle : text.newTitle} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[96, 240, 160]}>
        {(saved) => {
          const draft = open(saved)
          return (
            <>
              <Benefits draft={draft} saved={saved} />
              <DraftBar draft={draft} saved={saved} topic="benefits" />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

interface BenefitsProps {
  readonly draft: OpenDraft
  readonly saved: SavedTiers
}

/** The editor of the benefit that the page was opened for; of a new one once its kind is chosen. */
function Benefits({ draft, saved }: BenefitsProps) {
  const { id: known, level: levelId = '' } = useRouter().params
  const [id] = useState(() => known ?? randomId())
  const [isChoosing, setChoosing] = useState(known === undefined)
  const { benefits } = draft
  const benefit = benefits.find((each) => each.id === id)
  const put = (next: Benefit) =>
    draft.edit({
      benefits: benefit ? benefits.map((each) => (each.id === id ? next : each)) : [...benefits, next],
    })
  if (isChoosing && draft.tiers.levels.some((level) => level.id === levelId)) {
    const choose = (kind: Kind) => {
      // Chosen again, it keeps what was typed.
      if (benefit?.perk.of !== kind) put(newBenefit(id, levelId, kind, saved.benefits.today))
      setChoosing(false)
    }
    return (
      <KindPicker levelId={levelId} levels={draft.tiers.levels} chosen={benefit?.perk.of} onChoose={choose} />
    )
  }
  if (!benefit) return <Gone />
  const isSaved = saved.benefits.value.benefits.some((each) => each.id === id)
  return (
    <BenefitEditor
      benefit={benefit}
      level={draft.tiers.levels.find((level) => level.id === benefit.levelId)}
      onChange={put}
      onOtherKind={isSaved ? undefined : () => setChoosing(true)}
      onDelete={() => {
        draft.edit({ benefits: benefits.filter((each) => each.id !== id) })
        goBack()
      }}
    />
  )
}

function Gone() {
  const text = useText().benefits
  return (
    <PictureState
      id="benefit-gone"
      picture="closed"
      title={text.gone}
      text={text.goneHint}
      action={{ id: 'to-benefits', label: text.toList, run: goBack }}
    />
  )
}

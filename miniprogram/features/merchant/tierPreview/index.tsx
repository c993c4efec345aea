import Taro from '@tarojs/taro'
import type { CallFailure } from '@/api/callFailure'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { failureWords } from '@/ui/failureState'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useTierDraft, type OpenDraft } from '../tiers/useTierDraft'
import { BenefitChanges } from './benefitChanges'
import { CostCard } from './costCard'
import { MatrixCard } from './matrixCard'
import { SaveCard } from './saveCard'
import { Summary } from './summary'
import './index.scss'

const back = () => void Taro.navigateBack()

/** What the draft would make of the members, and the way to save it. */
export default function TierPreviewPage() {
  const text = useText().tierPreview
  const { query, open } = useTierDraft()
  return (
    <Page id="tier-preview-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={SHAPES}>
        {(saved) => <Draft draft={open(saved)} onRefused={query.refresh} />}
      </QueryView>
    </Page>
  )
}

const SHAPES = [136, 320, 200]

interface DraftProps {
  readonly draft: OpenDraft
  /** Looks again at what is saved. */
  readonly onRefused: () => Promise<void>
}

/** Only a draft that can be saved is worked out; of any other it is said what to do with it. */
function Draft({ draft, onRefused }: DraftProps) {
  const text = useText().tierPreview
  if (!draft.isDirty) {
    const action = { id: 'to-levels', label: text.toLevels, run: toLevels }
    return (
      <PictureState
        id="preview-empty"
        picture="card"
        title={text.nothing}
        text={text.nothingHint}
        action={action}
      />
    )
  }
  if (draft.isOutrun) {
    return (
      <PictureState
        id="preview-outrun"
        picture="broken"
        title={text.outrun}
        text={text.outrunHint}
        action={{ id: 'discard-draft', label: text.discard, run: draft.discard }}
      />
    )
  }
  if (draft.isUnfinished) {
    return (
      <PictureState
        id="preview-unfinished"
        picture="card"
        title={text.unfinished}
        text={text.unfinishedHint}
        action={{ id: 'back-to-draft', label: text.toLevels, run: back }}
      />
    )
  }
  return <Effect draft={draft} onRefused={onRefused} />
}

function Effect({ draft, onRefused }: DraftProps) {
  // A draft is as long as all levels and benefits: what became of one is not kept on the phone.
  const query = useQuery('merchant', 'tiers.preview', draft.changes, { kept: false })
  if (query.failure?.code === 'IMPOSSIBLE_SETTINGS') return <Impossible failure={query.failure} />
  return (
    <QueryView query={query} skeleton={SHAPES}>
      {(preview) => (
        <>
          <Summary preview={preview} />
          <MatrixCard preview={preview} />
          <BenefitChanges preview={preview} />
          <CostCard preview={preview} />
          <SaveCard draft={draft} onRefused={onRefused} />
        </>
      )}
    </QueryView>
  )
}

function Impossible({ failure }: { readonly failure: CallFailure }) {
  const text = useText()
  return (
    <PictureState
      id="preview-impossible"
      picture="closed"
      title={text.tierPreview.impossible}
      text={failureWords(failure, text)}
      action={{ id: 'back-to-draft', label: text.tierPreview.toLevels, run: back }}
    />
  )
}

function toLevels(): void {
  void Taro.redirectTo({ url: '/features/merchant/tiers/index' })
}

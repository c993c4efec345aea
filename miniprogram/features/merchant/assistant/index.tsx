import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { failureWords } from '@/ui/failureState'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useTierDraft, type OpenDraft } from '../tiers/useTierDraft'
import { ApplyCard } from './applyCard'
import { applyProposal } from './applyProposal'
import { BenchmarkInputs } from './benchmarkInputs'
import { inputOf, nothingEntered, type Entered, type Facts } from './entered'
import { FoundCard } from './foundCard'
import { GainInputs } from './gainInputs'
import './index.scss'
import { ProposalView } from './proposalView'
import { useProposal } from './useProposal'

const MOST_PROPOSED = 10

export default function AssistantPage() {
  const text = useText().assistant
  const facts = useQuery('merchant', 'assistant.facts', {})
  const { query, open } = useTierDraft()
  const refresh = async () => {
    await Promise.all([facts.refresh(), query.refresh()])
  }
  return (
    <Page id="assistant-page" title={text.title} onRefresh={refresh}>
      <QueryView query={facts} skeleton={[320, 96, 96, 360]}>
        {(found) => (
          <QueryView query={query} skeleton={[320, 96, 96, 360]}>
            {(saved) => <Assistant facts={found} draft={open(saved)} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  )
}

interface AssistantProps {
  readonly facts: Facts
  readonly draft: OpenDraft
}

function Assistant({ facts, draft }: AssistantProps) {
  const text = useText().assistant
  const words = useWords()
  const isSold = draft.tiers.levels.some(({ kind }) => kind !== 'basic')
  if (facts.unavailable === null && !isSold) return <Suggestions facts={facts} draft={draft} />
  return (
    <PictureState
      id="assistant-unavailable"
      picture="card"
      title={text.unavailableTitle}
      text={facts.unavailable ? words(facts.unavailable) : text.soldInDraft}
      action={{
        id: 'to-levels',
        label: text.toLevels,
        run: () => void Taro.redirectTo({ url: '/features/merchant/tiers/index' }),
      }}
    />
  )
}

function Suggestions({ facts, draft }: AssistantProps) {
  const text = useText()
  const words = useWords()
  const [entered, setEntered] = useState<Entered>(() => nothingEntered(facts))
  const enter = (patch: Partial<Entered>) => setEntered({ ...entered, ...patch })
  const input = inputOf(facts, entered)
  const { value: proposed, isBehind, failure } = useProposal(input, facts.asOf)
  const mostLevels = Math.max(1, Math.min(MOST_PROPOSED, draft.tiers.mostLevels - 1))
  const applied = proposed && applyProposal(draft, proposed, false)
  const isOffline = failure?.code === 'OFFLINE'
  const offline = proposed ? text.assistant.offline : text.assistant.offlineFirst
  const said = failure && isBehind ? (isOffline ? offline : failureWords(failure, text)) : null
  const waiting = isBehind ? (input ? text.assistant.working : text.assistant.behind) : null
  return (
    <>
      <View className="soft assistant__lead">{text.assistant.lead}</View>
      <FoundCard facts={facts} entered={entered} enter={enter} mostLevels={mostLevels} />
      <GainInputs
        entered={entered}
        enter={enter}
        names={(applied?.tiers.levels ?? draft.tiers.levels).slice(1).map(({ name }) => words(name))}
      />
      <BenchmarkInputs entered={entered} enter={enter} />
      {(said ?? waiting) && (
        <Text id="proposal-state" className="assistant__state">
          {said ?? waiting}
        </Text>
      )}
      {proposed && applied && (
        <>
          <ProposalView
            proposal={proposed.proposal}
            levels={applied.tiers.levels}
            isBehind={isBehind}
            wantLevels={(levels) => enter({ levels })}
          />
          {!isBehind && <ApplyCard proposed={proposed} draft={draft} />}
        </>
      )}
    </>
  )
}

import { Text, View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { formatCount, formatRate } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { GainCard } from './gainCard'
import { ProposedRow } from './proposedRow'
import type { Proposed } from './useProposal'

interface ProposalViewProps {
  readonly proposal: Proposed['proposal']
  /** The levels as they would be, the free one first. */
  readonly levels: readonly Level[]
  readonly isBehind: boolean
  readonly wantLevels: (levels: number) => void
}

/** What is proposed: how many levels, each with its reasons, what they may bring, and how others fare. */
export function ProposalView({ proposal, levels, isBehind, wantLevels }: ProposalViewProps) {
  const text = useText().assistant
  const words = useWords()
  const { evidence, benchmark } = proposal
  const [free, ...reached] = levels
  return (
    <View id="proposal" className={isBehind ? 'proposal proposal--behind' : 'proposal'}>
      {evidence.weak && (
        <View id="weak-evidence" className="proposal__notice">
          <Text className="proposal__notice-title">{text.weakTitle}</Text>
          <Text>{words(evidence.reason)}</Text>
        </View>
      )}
      <View id="proposed-levels" className="card">
        <Text className="card-title">{text.proposed}</Text>
        {!evidence.weak && <View className="soft">{words(evidence.reason)}</View>}
        {proposal.levels.map((proposed, i) => {
          const level = reached[i]
          return (
            level && (
              <ProposedRow
                key={proposed.level}
                proposed={proposed}
                level={level}
                hasBuyers={evidence.buyers > 0}
              />
            )
          )
        })}
        {free && evidence.buyers > 0 && <Rest free={free} proposal={proposal} />}
      </View>
      <Advice advice={proposal.advice} wantLevels={wantLevels} />
      <GainCard gain={proposal.gain} />
      {benchmark.source !== null && (
        <View id="benchmark-view" className="card">
          <Text className="card-title">{text.benchmark.title}</Text>
          {benchmark.comparisons.map(({ measure, reason }) => (
            <View key={measure} className="proposal__line">
              {words(reason)}
            </View>
          ))}
          <View className="soft">{words(benchmark.reason)}</View>
        </View>
      )}
    </View>
  )
}

/** Buyers who reach none of the levels. */
function Rest({ free, proposal }: { readonly free: Level; readonly proposal: Proposed['proposal'] }) {
  const text = useText().assistant
  const words = useWords()
  const { evidence, levels } = proposal
  const members = evidence.buyers - (levels[0]?.reached.members ?? 0)
  const share = formatRate(Math.round((members * 10_000) / evidence.buyers))
  return (
    <View className="soft figure proposal__rest">
      {text.rest(words(free.name), formatCount(members), share)}
    </View>
  )
}

interface AdviceProps {
  readonly advice: Proposed['proposal']['advice']
  readonly wantLevels: (levels: number) => void
}

function Advice({ advice, wantLevels }: AdviceProps) {
  const text = useText().assistant
  const words = useWords()
  return (
    <View id="level-advice" className="card">
      <Text className="card-title">{text.advice}</Text>
      <View className="proposal__line">{words(advice.reason)}</View>
      {advice.kind === 'fewer' && (
        <View className="proposal__act">
          <BusyButton
            id="use-fewer"
            label={text.useFewer(advice.levels)}
            quiet
            onPress={() => wantLevels(advice.levels)}
          />
        </View>
      )}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { Money } from '@/ui/money'
import { shareText } from './shareText'
import type { Proposed } from './useProposal'

type Gain = Proposed['proposal']['gain']
type Told = Extract<Gain, { kind: 'told' }>

/** What all levels together may bring in a year: the break-even first, which assumes nothing, then what is assumed. */
export function GainCard({ gain }: { readonly gain: Gain }) {
  const text = useText().assistant.gain
  const words = useWords()
  return (
    <View id="gain" className="card">
      <Text className="card-title">{text.title}</Text>
      {gain.kind === 'told' ? (
        <>
          <BreakEven breakEven={gain.breakEven} />
          {gain.cases.map((each) => (
            <Case key={each.name} of={each} />
          ))}
          <View className="soft gain__note">{text.note}</View>
        </>
      ) : (
        <View className="proposal__line">{words(gain.reason)}</View>
      )}
    </View>
  )
}

function BreakEven({ breakEven }: { readonly breakEven: Told['breakEven'] }) {
  const text = useText().assistant.gain
  const words = useWords()
  const { upliftBp, reason } = breakEven
  return (
    <View id="break-even" className="gain__break-even">
      <View className="gain__line">
        <Text className="gain__name">{text.breakEven}</Text>
        <Text className="gain__number figure">
          {upliftBp === null ? text.breakEvenNone : shareText(upliftBp)}
        </Text>
      </View>
      <Text className="figure">{words(reason)}</Text>
    </View>
  )
}

function Case({ of }: { readonly of: Told['cases'][number] }) {
  const text = useText().assistant.gain
  const { name, upliftBp, marginFen, costFen, gainFen, affordableFen } = of
  const margin = formatMoney(marginFen)
  return (
    <View id={`gain-${name}`} className="gain__case">
      <View className="gain__line">
        <Text className="gain__name">
          {text.cases[name]}
          <Text className="gain__tag">{text.assumption}</Text>
        </Text>
        {gainFen !== null && (
          <Text className={`gain__sum ${gainFen < 0 ? 'gain__sum--loss' : ''}`}>
            <Money fen={gainFen} />
          </Text>
        )}
      </View>
      <Text className="figure">{text.ofNear(shareText(upliftBp))}</Text>
      <Text className="soft figure">
        {costFen === null
          ? text.affordable(margin, formatMoney(affordableFen))
          : text.sums(margin, formatMoney(costFen))}
      </Text>
    </View>
  )
}

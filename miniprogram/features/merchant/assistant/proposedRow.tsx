import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { formatCount, formatMoney, formatRate } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { levelLook } from '@/ui/levelLook'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import { LevelMark } from '../tiers/levelMark'
import type { Proposed } from './useProposal'

type ProposedLevel = Proposed['proposal']['levels'][number]

interface ProposedRowProps {
  readonly proposed: ProposedLevel
  readonly level: Level
  /** Without any there is nothing to draw of who would hold it. */
  readonly hasBuyers: boolean
}

/** A proposed level: what reaches it, who would hold it, what keeps it; its reasons open on a tap. */
export function ProposedRow({ proposed, level, hasBuyers }: ProposedRowProps) {
  const text = useText().assistant
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { threshold, held } = proposed
  return (
    <View id={`proposed-${proposed.level}`} className="proposed">
      <View className="proposed__head">
        <LevelMark level={level} />
        <View className="proposed__words">
          <Text className="proposed__name">{words(level.name)}</Text>
          <Text className="soft">{text.bounds[threshold.bound]}</Text>
        </View>
        <View className="proposed__amount">
          <Money fen={threshold.amountFen} />
        </View>
      </View>
      {hasBuyers && <HeldBar held={held} look={levelLook(level)} />}
      <View className="proposed__foot">
        <Text className="soft figure">{keepText(proposed, text)}</Text>
        <LinkText
          id={`why-${proposed.level}`}
          label={open ? text.close : text.why}
          way={open ? 'up' : 'down'}
          onTap={() => setOpen(!open)}
        />
      </View>
      {open && <Reasons proposed={proposed} />}
    </View>
  )
}

interface HeldBarProps {
  readonly held: ProposedLevel['held']
  readonly look: ReturnType<typeof levelLook>
}

/** Who would hold a level, of all buyers. */
function HeldBar({ held, look }: HeldBarProps) {
  const text = useText().assistant
  return (
    <View className="proposed__bar">
      <View className="proposed__track">
        {held.members > 0 && (
          <View
            className={`proposed__fill ${look.className}`}
            style={{ ...look.style, width: `${held.shareBp / 100}%` }}
          />
        )}
      </View>
      <Text className="proposed__held figure">{text.people(formatCount(held.members))}</Text>
      <Text className="soft proposed__share figure">{formatRate(held.shareBp)}</Text>
    </View>
  )
}

function keepText({ retention }: ProposedLevel, text: ReturnType<typeof useText>['assistant']): string {
  const money = formatMoney(retention.amountFen)
  if (retention.keptShareBp === null) return text.keep(money)
  return text.keepTold(money, formatRate(retention.keptShareBp))
}

/** Where each number of a level comes from, in the words that came with it. */
function Reasons({ proposed }: { readonly proposed: ProposedLevel }) {
  const text = useText().assistant
  const words = useWords()
  const { threshold, reached, retention, sensitivity, gain, level } = proposed
  const parts = [
    {
      of: 'threshold' as const,
      said: [
        words(threshold.reason),
        text.parts.reached(formatCount(reached.members), formatRate(reached.shareBp)),
      ],
    },
    { of: 'retention' as const, said: [words(retention.reason)] },
    { of: 'sensitivity' as const, said: [words(sensitivity.reason)] },
    {
      of: 'gain' as const,
      said:
        gain.kind === 'told'
          ? [gain.breakEven, ...gain.cases].map(({ reason }) => words(reason))
          : [words(gain.reason)],
    },
  ]
  return (
    <View id={`reasons-${level}`} className="proposed__reasons">
      {parts.map(({ of, said }) => (
        <View key={of} className="proposed__reason">
          <Text className="proposed__of">{text.parts[of]}</Text>
          {said.map((sentence) => (
            <Text key={sentence} className="figure">
              {sentence}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}

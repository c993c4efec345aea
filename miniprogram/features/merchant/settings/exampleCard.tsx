import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { formatDayShort, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Count } from '@/ui/count'
import { LinkText } from '@/ui/linkText'
import { ExampleSteps } from './exampleSteps'
import { SampleFields, type Sample, type Tier } from './sampleFields'
import { useExample, type Example, type ExampleInput } from './useExample'
import { isUnfinished } from './unfinished'
import './exampleCard.scss'

interface ExampleCardProps {
  /** The rules as they are being edited; what is absent is taken as it is saved. */
  readonly rules: Omit<ExampleInput, 'sample'>
  readonly tiers: readonly Tier[]
  /** The purchase to begin with; it follows the rules in the editor where the merchant chose nothing else. */
  readonly initial: Sample
  /** What stands under it and follows the same answer. */
  readonly below?: (example: Example) => ReactNode
}

/** What a purchase would earn under the rules in the editor: in sight while they are edited, open on a tap. */
export function ExampleCard({ rules, tiers, initial, below }: ExampleCardProps) {
  const text = useText().rules.example
  const words = useWords()
  const locale = useLocale()
  const [chosen, setChosen] = useState<Partial<Sample>>({})
  const [open, setOpen] = useState(false)
  const sample = { ...initial, ...chosen }
  const isReady = !isUnfinished(rules) && !isUnfinished(sample)
  const { value: example, isBehind, failure } = useExample(isReady ? { ...rules, sample } : null)
  const tier = tiers.find(({ id }) => id === sample.tier)
  const amount = Number.isNaN(sample.amountFen) ? '…' : formatMoney(sample.amountFen)
  const goods = sample.product ?? sample.category
  const state = failure
    ? failure.code === 'OFFLINE'
      ? example
        ? text.offline
        : text.offlineFirst
      : failure.message || text.failed
    : isReady
      ? isBehind && text.working
      : text.behind
  return (
    <>
      <View id="example" className={`card example ${open ? '' : 'example--follows'}`}>
        <View className="example__head">
          <Text className="soft">
            {text.of(amount, tier ? words(tier.name) : '', formatDayShort(sample.day, locale))}
            {goods && ` · ${goods}`}
          </Text>
          <LinkText
            id="example-toggle"
            label={open ? text.less : text.how}
            way={open ? 'up' : 'down'}
            onTap={() => setOpen(!open)}
          />
        </View>
        <View
          id="example-points"
          className={`example__points figure ${isBehind ? 'example__points--behind' : ''}`}
        >
          <Text className="example__number">{example ? <Count n={example.points} /> : '—'}</Text>
          <Text className="example__unit">{text.unit}</Text>
          {example && <Text className="soft">{text.base(example.basePoints)}</Text>}
        </View>
        {state && <Text className="example__state">{state}</Text>}
        {open && (
          <>
            {example && <ExampleSteps example={example} />}
            <SampleFields
              sample={sample}
              tiers={tiers}
              onChange={(patch) => setChosen({ ...chosen, ...patch })}
            />
          </>
        )}
      </View>
      {example && below?.(example)}
    </>
  )
}

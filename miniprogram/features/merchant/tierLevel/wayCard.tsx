import { useRef } from 'react'
import { Text, View } from '@tarojs/components'
import type { Condition } from '@shared/rules/tiers/conditions'
import type { Level, LevelKind, PaidTerms } from '@shared/rules/tiers/program'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { conditionText } from '../tiers/conditionText'
import { ConditionGroup, groupOf } from './conditionGroup'

interface WayCardProps {
  readonly level: Level
  readonly change: (patch: Partial<Level>) => void
}

const NO_PRICE: PaidTerms = { priceFen: NaN, priceFenByLevel: {}, validDays: 365 }

/** How members come to a level: by its condition, by paying, or either way. */
export function WayCard({ level, change }: WayCardProps) {
  const text = useText().levels
  const { kind, condition, paid } = level
  // What a kind drops comes back with the next one that has it.
  const dropped = useRef<{ readonly condition: Condition | null; readonly paid: PaidTerms | null }>({
    condition: null,
    paid: null,
  })
  const choose = (next: LevelKind) => {
    if (next === kind) return
    const had = {
      condition: condition ?? dropped.current.condition,
      paid: paid ?? dropped.current.paid ?? NO_PRICE,
    }
    dropped.current = had
    change({
      kind: next,
      condition: next === 'paid' ? null : had.condition,
      paid: next === 'basic' ? null : had.paid,
    })
  }
  return (
    <>
      <View className="card">
        <Text className="card-title">{text.level.kind}</Text>
        <RadioRows
          id="kind"
          values={['basic', 'paid', 'dual'] as const}
          chosen={kind}
          name={(of) => text.level.kindOf[of]}
          hint={(of) => text.level.kindHint[of]}
          onTap={choose}
        />
      </View>
      {kind !== 'paid' && (
        <View className="card">
          <Text className="card-title">{text.level.condition}</Text>
          <View id="condition-words" className="condition-words figure">
            {condition ? conditionText(condition, text) : text.noCondition}
          </View>
          <View className="soft">{text.level.conditionHint}</View>
          <ConditionGroup
            id="condition"
            depth={1}
            group={groupOf(condition)}
            onChange={(group) => change({ condition: group })}
          />
        </View>
      )}
    </>
  )
}

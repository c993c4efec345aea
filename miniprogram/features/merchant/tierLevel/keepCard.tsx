import { Text, View } from '@tarojs/components'
import type { KeepAmounts, Level, LockIn } from '@shared/rules/tiers/program'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'

const MOST_FEN = 99_999_999_999

interface KeepCardProps {
  readonly keep: KeepAmounts
  readonly lockIn: LockIn
  readonly change: (patch: Partial<Level>) => void
}

/** What keeps the level at the end of its validity, as far as lock-in asks for it. */
export function KeepCard({ keep, lockIn, change }: KeepCardProps) {
  const text = useText().levels.level
  const fields = [
    { isAsked: lockIn.singleOrder, field: 'singleOrderFen', label: text.keepSingle },
    { isAsked: lockIn.total, field: 'totalFen', label: text.keepTotal },
  ] as const
  return (
    <View className="card">
      <Text className="card-title">{text.keep}</Text>
      <View className="soft">{text.keepHint}</View>
      {fields.map(
        ({ isAsked, field, label }) =>
          isAsked && (
            <NumberField
              key={field}
              id={`keep-${field}`}
              label={label}
              unit={text.yuan}
              value={keep[field] ?? NaN}
              min={1}
              max={MOST_FEN}
              digits={2}
              onChange={(fen) => change({ keep: { ...keep, [field]: fen } })}
            />
          ),
      )}
    </View>
  )
}

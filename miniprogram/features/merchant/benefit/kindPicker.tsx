import { Text, View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { useText, useWords } from '@/i18n/useText'
import { BenefitIcon } from '@/ui/benefitIcon'
import { Tap } from '@/ui/tap'
import { closedKind, KINDS, type Kind } from '../benefits/benefitEdits'
import './kindPicker.scss'

interface KindPickerProps {
  readonly levelId: string
  readonly levels: readonly Level[]
  readonly chosen: Kind | undefined
  readonly onChoose: (kind: Kind) => void
}

/** Every kind of benefit; one that the level cannot have says why. */
export function KindPicker({ levelId, levels, chosen, onChoose }: KindPickerProps) {
  const text = useText().benefits
  const words = useWords()
  const level = levels.find(({ id }) => id === levelId)
  return (
    <View id="kinds" className="card">
      <Text className="card-title">{text.kindTitle}</Text>
      {level && <View className="soft">{text.forLevel(words(level.name) || level.name.zh)}</View>}
      {KINDS.map((kind) => {
        const why = closedKind(kind, levels, levelId)
        const { name, hint } = text.kinds[kind]
        return (
          <Tap
            key={kind}
            id={`kind-${kind}`}
            className={`kind ${why ? 'kind--closed' : ''} ${kind === chosen ? 'kind--on' : ''}`}
            onTap={() => !why && onChoose(kind)}
          >
            <View className="kind__icon">
              <BenefitIcon kind={kind} icon={null} />
            </View>
            <View className="kind__words">
              <Text className="kind__name">{name}</Text>
              <Text className="soft">{why ? text.closed[why] : hint}</Text>
            </View>
            {!why && <View className="chevron" />}
          </Tap>
        )
      })}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import { Tap } from '@/ui/tap'
import { conditionText } from './conditionText'
import { LevelMark } from './levelMark'
import './levelRow.scss'

interface LevelRowProps {
  readonly level: Level
  readonly isLowest: boolean
  readonly benefits: number
  /** Absent until it is known. */
  readonly members: number | undefined
  /** How it is put elsewhere; a way that it cannot go is absent. */
  readonly move: { readonly up?: () => void; readonly down?: () => void } | undefined
  readonly onTap?: () => void
}

/** A level in the list: its face, what reaches it in words, how many are on it and what it gives. */
export function LevelRow({ level, isLowest, benefits, members, move, onTap }: LevelRowProps) {
  const text = useText().levels
  const words = useWords()
  const name = words(level.name) || level.name.zh || text.unnamed
  const given = benefits > 0 ? text.benefits(benefits) : text.noBenefits
  return (
    <Tap id={`level-${level.id}`} className="level-row" onTap={onTap}>
      <LevelMark level={level} />
      <View className="level-row__words">
        <View className="level-row__title">
          <Text className="level-row__name">{name}</Text>
          {level.kind !== 'basic' && <Text className="level-row__kind">{text.kinds[level.kind]}</Text>}
        </View>
        <Text className="level-row__way figure">{isLowest ? text.lowest : wayText(level, text)}</Text>
        <Text className="soft figure">
          {members === undefined ? given : `${text.members(formatCount(members))} · ${given}`}
        </Text>
      </View>
      {onTap && <View className="chevron" />}
      {move && <Moves id={level.id} name={name} move={move} />}
    </Tap>
  )
}

/** What reaches a level, in words. */
function wayText({ condition, kind, paid }: Level, text: Texts['levels']): string {
  const earned = condition ? conditionText(condition, text) : text.noCondition
  if (kind === 'basic') return earned
  const money = paid && !Number.isNaN(paid.priceFen) ? formatMoney(paid.priceFen) : text.blank
  const price = paid ? text.price(money, paid.validDays) : text.blank
  return kind === 'paid' ? price : text.orPay(earned, price)
}

interface MovesProps {
  readonly id: string
  readonly name: string
  readonly move: NonNullable<LevelRowProps['move']>
}

function Moves({ id, name, move }: MovesProps) {
  const text = useText().levels
  return (
    <View className="level-row__moves">
      {(['up', 'down'] as const).map((way) => (
        <Tap
          key={way}
          id={`move-${way}-${id}`}
          className={`level-row__move ${move[way] ? '' : 'level-row__move--none'}`}
          label={text[way](name)}
          onTap={move[way]}
        >
          <View className={`chevron chevron--${way}`} />
        </Tap>
      ))}
    </View>
  )
}

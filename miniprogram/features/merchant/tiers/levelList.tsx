import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { LinkText } from '@/ui/linkText'
import { moved, newLevel } from './levelEdits'
import { LevelRow } from './levelRow'
import type { OpenDraft } from './useTierDraft'

interface LevelListProps {
  readonly draft: OpenDraft
  readonly members: ((levelId: string) => number) | undefined
}

const openLevel = (id: string) => void Taro.navigateTo({ url: `/features/merchant/tierLevel/index?id=${id}` })

/** The levels, lowest first: each leads to its page, or, while they are put in order, goes up and down. */
export function LevelList({ draft, members }: LevelListProps) {
  const text = useText().levels
  const [ordering, setOrdering] = useState(false)
  const { tiers, benefits, edit } = draft
  const { levels, mostLevels } = tiers
  const put = (next: typeof levels) => edit({ tiers: { ...tiers, levels: next } })
  const add = () => {
    const id = randomId()
    put([...levels, newLevel(id)])
    openLevel(id)
  }
  return (
    <View className="card levels">
      <View className="card-head">
        <Text className="card-title">{text.levels}</Text>
        {levels.length > 2 && (
          <LinkText
            id="reorder"
            label={ordering ? text.reordered : text.reorder}
            way="none"
            onTap={() => setOrdering(!ordering)}
          />
        )}
      </View>
      <View className="soft">{ordering ? text.reorderHint : text.levelsHint}</View>
      {levels.map((level, rank) => (
        <LevelRow
          key={level.id}
          level={level}
          isLowest={rank === 0}
          benefits={benefits.filter(({ levelId }) => levelId === level.id).length}
          members={members?.(level.id)}
          move={
            ordering && rank > 0
              ? {
                  up: rank < levels.length - 1 ? () => put(moved(levels, level.id, 1)) : undefined,
                  down: rank > 1 ? () => put(moved(levels, level.id, -1)) : undefined,
                }
              : undefined
          }
          onTap={ordering ? undefined : () => openLevel(level.id)}
        />
      ))}
      <View className="levels__add">
        {levels.length < mostLevels ? (
          <BusyButton id="add-level" label={text.add} quiet onPress={add} />
        ) : (
          <View className="soft">{text.full(mostLevels)}</View>
        )}
      </View>
    </View>
  )
}

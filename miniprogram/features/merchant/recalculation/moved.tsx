import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import type { Recalculation } from './useRecalculation'
import './moved.scss'

/** Who has moved by the change, from what has come into the journal. */
export function Moved({ value }: { readonly value: Recalculation }) {
  const texts = useText().tierPreview
  const text = texts.recalculation
  const words = useWords()
  const { moved, levels, left } = value
  const name = (id: string) => {
    const level = levels.find((each) => each.id === id)
    return level ? words(level.name) : texts.gone
  }
  const inOrder = [...moved].sort((a, b) => b.members - a.members)
  return (
    <View id="recalculation-moved" className="card">
      <Text className="card-title">{text.whoMoved}</Text>
      {inOrder.length === 0 && left === 0 && <View className="soft">{text.nobodyMoved}</View>}
      {inOrder.map(({ from, to, kind, members }) => (
        <View key={`${from} ${to}`} className="moved-row">
          <Text>{texts.fromTo(name(from), name(to))}</Text>
          <Text className={`figure moved-row__count moved-row__count--${kind}`}>{formatCount(members)}</Text>
        </View>
      ))}
      <View className="soft">{text.lag}</View>
    </View>
  )
}

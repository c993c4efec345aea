import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { membersByKind, type MoveKind, type TierPreview } from './moves'
import './summary.scss'

const KINDS: readonly MoveKind[] = ['up', 'down', 'reassign', 'stay']

/** How many members the change moves, before anything else. */
export function Summary({ preview }: { readonly preview: TierPreview }) {
  const text = useText().tierPreview
  const sums = membersByKind(preview.cells)
  const { looked, members, unjudged, withEnd, isOn } = preview
  const isSameEnd = withEnd.before === withEnd.after
  return (
    <View id="preview-summary" className="card">
      <Text className="card-title">{text.ifSaved}</Text>
      <View className="preview-counts">
        {KINDS.filter((kind) => kind !== 'reassign' || sums.reassign > 0).map((kind) => (
          <View key={kind} id={`preview-${kind}`} className={`preview-count preview-count--${kind}`}>
            <Text className="preview-count__number figure">{formatCount(sums[kind])}</Text>
            <Text className="preview-count__name">{text.moves[kind]}</Text>
          </View>
        ))}
      </View>
      <View className="soft figure">
        {looked < members ? text.ofSome(looked, members) : text.ofMembers(members)}
      </View>
      {!isSameEnd && (
        <View id="preview-ends" className="soft figure">
          {text.withEnd(formatCount(withEnd.before), formatCount(withEnd.after))}
        </View>
      )}
      {!isOn && <View className="preview-note">{text.off}</View>}
      {isOn && unjudged > 0 && <View className="preview-note figure">{text.unjudged(unjudged)}</View>}
    </View>
  )
}

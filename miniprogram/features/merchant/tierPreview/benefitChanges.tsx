import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import type { TierPreview } from './moves'
import './benefitChanges.scss'

type Change = TierPreview['benefits'][number]

/** The benefits that the change touches: who wins them, who loses them, what they become. */
export function BenefitChanges({ preview }: { readonly preview: TierPreview }) {
  const text = useText().tierPreview
  const touched = preview.benefits.filter(isTouched)
  const others = preview.benefits.length - touched.length
  return (
    <View id="preview-benefits" className="card">
      <Text className="card-title">{text.benefits}</Text>
      {touched.length === 0 && (
        <View className="soft">{preview.benefits.length === 0 ? text.noBenefits : text.benefitsSame}</View>
      )}
      {touched.map((change) => (
        <ChangeRow key={change.id} change={change} levels={preview.levels} />
      ))}
      {touched.length > 0 && others > 0 && <View className="soft">{text.showUnchanged(others)}</View>}
    </View>
  )
}

function isTouched({ before, after, won, lost }: Change): boolean {
  return won > 0 || lost > 0 || !before || !after || givesOf(before) !== givesOf(after)
}

function givesOf(side: Change['after']): string {
  const gives = side?.face.gives
  return gives ? gives.zh + gives.en : ''
}

function ChangeRow({ change, levels }: { readonly change: Change; readonly levels: TierPreview['levels'] }) {
  const text = useText().tierPreview
  const words = useWords()
  const { before, after, won, lost } = change
  const side = after ?? before
  if (!side) return null
  const level = [...levels.after, ...levels.before].find(({ id }) => id === side.levelId)
  const gives = (those: Change['after']) => (those?.face.gives ? words(those.face.gives) : '')
  const isChanged = before && after && givesOf(before) !== givesOf(after)
  return (
    <View id={`benefit-${change.id}`} className="benefit-change">
      <View className="benefit-change__head">
        <Text className="benefit-change__name">{words(side.face.name)}</Text>
        {!before && <Text className="benefit-change__tag">{text.added}</Text>}
        {!after && <Text className="benefit-change__tag benefit-change__tag--lost">{text.removed}</Text>}
      </View>
      <Text className="soft figure">
        {[level && words(level.name), isChanged ? text.changed(gives(before), gives(after)) : gives(side)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <View className="benefit-change__who figure">
        {side.face.kind !== 'pointsOnUpgrade' && (
          <Text className="soft">
            {text.holders(formatCount(before?.holders ?? 0), formatCount(after?.holders ?? 0))}
          </Text>
        )}
        {won > 0 && <Text className="benefit-change__won">{text.won(won)}</Text>}
        {lost > 0 && <Text className="benefit-change__lost">{text.lost(lost)}</Text>}
      </View>
    </View>
  )
}

import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Words } from '@shared/kernel/words'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import { BilingualName } from '../form/bilingualName'
import type { Listed } from './categoryEdits'
import './categoryCard.scss'

interface CategoryCardProps {
  readonly at: number
  readonly category: Listed
  readonly isManager: boolean
  readonly isLast: boolean
  readonly onName: (name: Words) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** A category's names, its place, and what rules call it. */
export function CategoryCard({
  at,
  category,
  isManager,
  isLast,
  onName,
  onMove,
  onRemove,
}: CategoryCardProps) {
  const text = useText().goods
  const { id, name } = category
  const words = { ...text.edit, nameZhHint: text.categories.nameHint }
  return (
    <View className="card category-card">
      <BilingualName id={`category-${at}`} words={words} value={name} onChange={onName} />
      <Text className="soft">{id === null ? text.categories.codeNew : text.categories.code(id)}</Text>
      {isManager && (
        <View className="category-card__ways">
          {at > 0 && (
            <LinkText id={`up-${at}`} label={text.categories.up} way="none" onTap={() => onMove(-1)} />
          )}
          {!isLast && (
            <LinkText id={`down-${at}`} label={text.categories.down} way="none" onTap={() => onMove(1)} />
          )}
          <Remove at={at} category={category} onRemove={onRemove} />
        </View>
      )}
    </View>
  )
}

function Remove({ at, category, onRemove }: Pick<CategoryCardProps, 'at' | 'category' | 'onRemove'>) {
  const text = useText().goods.categories
  const [asking, setAsking] = useState(false)
  const ask = category.id === null ? onRemove : () => setAsking(true)
  return (
    <>
      <LinkText id={`remove-${at}`} label={text.remove} way="none" onTap={ask} />
      <ConfirmSheet
        id={`remove-sheet-${at}`}
        open={asking}
        title={text.removeTitle}
        text={text.removeText(category.name.zh)}
        confirm={{ label: text.remove, working: false, failure: undefined, run: onRemove }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

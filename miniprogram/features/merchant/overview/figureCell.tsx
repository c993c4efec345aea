import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Tap } from '@/ui/tap'

interface FigureCellProps {
  readonly id: string
  readonly name: string
  readonly figure: ReactNode
  readonly note?: string
  /** Opens what made the figure; absent where nothing does. */
  readonly onTap?: () => void
}

/** A figure with its name above and what it is held against below. */
export function FigureCell({ id, name, figure, note, onTap }: FigureCellProps) {
  const inside = (
    <>
      <Text className="soft">{name}</Text>
      <Text className="figure-cell__number figure">{figure}</Text>
      {note && <Text className="soft figure">{note}</Text>}
    </>
  )
  return onTap ? (
    <Tap id={id} className="figure-cell" onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <View id={id} className="figure-cell">
      {inside}
    </View>
  )
}

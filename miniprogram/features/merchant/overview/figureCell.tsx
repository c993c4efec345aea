import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'

interface FigureCellProps {
  readonly id: string
  readonly name: string
  readonly figure: ReactNode
  readonly note?: string
}

/** A figure with its name above and what it is held against below. */
export function FigureCell({ id, name, figure, note }: FigureCellProps) {
  return (
    <View id={id} className="figure-cell">
      <Text className="soft">{name}</Text>
      <Text className="figure-cell__number figure">{figure}</Text>
      {note && <Text className="soft figure">{note}</Text>}
    </View>
  )
}
